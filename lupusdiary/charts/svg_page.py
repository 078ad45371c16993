"""A page that becomes an SVG, for paper and for a file.

Artists of matplotlib draw themselves on its own SVG renderer: a Figure would bring axes, widgets and three
dimensions along, which takes longer to import than the whole picture to draw.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.artist import Artist

# SVG of matplotlib counts in points.
_POINTS = 72


class SvgPage:
    """A page of this size (inches) and ground, on which a `Canvas` draws."""

    def __init__(self, size_inches: tuple[float, float], ground: str) -> None:
        from matplotlib.patches import Rectangle
        from matplotlib.transforms import Affine2D

        self.dpi_scale_trans = Affine2D().scale(_POINTS)
        self._size = size_inches
        whole = Rectangle((0, 0), *size_inches, facecolor=ground, linewidth=0)
        whole.set_transform(self.dpi_scale_trans)
        self._artists: list[Any] = [whole]

    def add_artist(self, artist: Artist) -> None:
        """Draws it when the page is drawn: what has the same order comes later than what was there."""
        self._artists.append(artist)

    def svg(self, title: str, description: str) -> bytes:
        """The page as the content of a file: equal pages give equal files."""
        import matplotlib
        from matplotlib.backends.backend_svg import RendererSVG

        # Set for good: taken back after each file, it was gone while another thread wrote its own.
        matplotlib.rcParams["svg.hashsalt"] = "lupusdiary"
        found = io.StringIO()
        wide, tall = (length * _POINTS for length in self._size)
        named = {"Date": None, "Creator": "lupusdiary", "Title": title, "Description": description}
        renderer = RendererSVG(  # type: ignore[no-untyped-call]
            wide, tall, found, image_dpi=_POINTS, metadata=named
        )
        ground, *others = self._artists
        ground.draw(renderer)
        for artist in sorted(others, key=lambda each: each.get_zorder()):
            artist.draw(renderer)
        renderer.finalize()  # type: ignore[no-untyped-call]
        return found.getvalue().encode("utf-8")
