"""What a person asks for by one name. Low mood is never in it: it is chosen by its own name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lupusdiary.language import Message, mark

PRESETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kidney": (
            "upcr",
            "urine_protein_24h",
            "urine_protein_dip",
            "c3",
            "anti_dsdna",
            "leg_swelling",
            "foamy_urine",
        ),
        "joints": ("joint_pain", "joint_swelling", "morning_stiffness", "crp", "esr"),
        "skin": ("malar_rash", "other_rash", "oral_ulcer", "hair_loss", "photosensitivity"),
        "energy": ("fatigue", "global", "sleep", "hemoglobin"),
    }
)

PRESET_NAMES: Mapping[str, Message] = MappingProxyType(
    {"kidney": mark("Kidneys"), "joints": mark("Joints"), "skin": mark("Skin"), "energy": mark("Energy")}
)
