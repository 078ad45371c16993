"""CKD-EPI 2021 gives the numbers of its sources, and nothing outside of its domain."""

import pytest

from lupusdiary.domain.lab.kidney_function import egfr_ckd_epi_2021
from lupusdiary.resources import clinical

VECTORS = clinical("labs")["derived"]["egfr_ckd_epi_2021"]["test_vectors"]


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: f"{row['sex']} {row['age']} {row['scr_mg_dL']}")
def test_the_equation_gives_the_published_value(row):
    found = egfr_ckd_epi_2021(row["scr_mg_dL"], row["age"], row["sex"])
    assert found == pytest.approx(row["egfr_unrounded"], abs=0.001)
    assert round(found) == row["egfr"]


@pytest.mark.parametrize(("scr", "age"), [(0, 40), (-1, 40), (0.8, 17), (0.8, 121)])
def test_outside_of_its_domain_the_equation_gives_nothing(scr, age):
    with pytest.raises(ValueError, match=str(age)):
        egfr_ckd_epi_2021(scr, age, "female")
