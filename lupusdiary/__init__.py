"""A diary for people living with lupus: symptoms, laboratory results, a page for the clinic."""

__version__ = "0.1.0"
