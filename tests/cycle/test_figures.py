"""Figures as advice and pictures write them."""

from cxkit.cycle.figures import figure, signed


def test_a_difference_that_rounds_to_nothing_has_no_sign():
    assert signed(-0.001, "en") == "0"


def test_figures_follow_the_language():
    assert (figure(1234.5, "it"), figure(1234.5, "en")) == ("1.234,5", "1,234.5")
