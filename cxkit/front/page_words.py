"""What a chapter page's script says by itself, in the page's language."""

from collections.abc import Mapping

from cxkit.language import Lang, translator


def page_words(lang: Lang, door: str = "") -> Mapping[str, str]:
    """Return the sentences by the names under which the script knows them.

    Parameters
    ----------
    lang : {"it", "en"}
        Language of the page.
    door : str
        Where one comes in again when the session has ended; empty for somebody alone.

    Examples
    --------
    >>> page_words("en")["online"], page_words("en", "/join")["door"]
    ('Connected again.', '/join')
    """
    tr = translator(lang)
    return {
        "offline": tr(
            "No connection to the workbook. What you type is kept in this browser and saved as "
            "soon as it is back."
        ),
        "failed": tr("The page could not start its kernel. What you type is kept in this browser."),
        "retry": tr("Try again"),
        "online": tr("Connected again."),
        "starting": tr("Starting…"),
        "cell_failed": tr(
            "This part of the page could not be shown: its code failed. What you write is saved "
            "all the same; what went wrong stands in the window where the workbook was started."
        ),
        "locked": tr(
            "The instructor has closed this chapter for now. What you typed is kept in this "
            "browser."
        ),
        "with": tr("Here with you:"),
        "comment": tr("commented on {title}"),
        "timer": tr("Time left:"),
        "over": tr("Time is up"),
        **(_in_class(lang, door) if door else _alone(lang)),
    }


def _alone(lang: Lang) -> Mapping[str, str]:
    tr = translator(lang)
    return {
        "lost": tr(
            "The workbook has stopped. What you type is kept in this browser. Start it again; "
            "this page will go on by itself."
        ),
        "signed_out": tr(
            "This page is no longer signed in. Open the address with the token again; what you "
            "typed is kept in this browser."
        ),
    }


def _in_class(lang: Lang, door: str) -> Mapping[str, str]:
    tr = translator(lang)
    return {
        "lost": tr(
            "The workbook does not answer. What you type is kept in this browser; this page goes "
            "on by itself as soon as it is back."
        ),
        "signed_out": tr(
            "Your session has ended. What you typed is kept in this browser and saved once you "
            "have entered again and opened this chapter."
        ),
        "closed": tr(
            "The instructor has closed the class. Thank you for taking part: everything you wrote "
            "is kept."
        ),
        "door": door,
        "enter": tr("Enter the class"),
    }
