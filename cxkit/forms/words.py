"""The form's own words: buttons, states and notes that no exercise words itself.

The scripts know the keys only. ``{braces}`` are filled in the browser.
"""

from functools import cache

from cxkit.language import Lang, translator
from cxkit.language import mark as _

WORDS = {
    # Around the exercise.
    "minutes": _("{n} minutes"),
    "mode_alone": _("On your own"),
    "mode_pairs": _("In pairs"),
    "mode_team": _("As a team"),
    "progress_empty": _("To begin"),
    "progress_begun": _("Begun"),
    "progress_attention": _("Needs attention"),
    "progress_complete": _("Complete"),
    "instructions": _("How to go about it"),
    "notes": _("Notes for instructors"),
    "picture_title": _("The result so far"),
    "picture_svg": _("Save as SVG"),
    "picture_png": _("Save as PNG"),
    "picture_copy": _("Copy picture"),
    "picture_copied": _("The picture was copied."),
    "picture_saved": _("The picture was saved as {name}."),
    "picture_failed": _("This browser could not make the picture. Take it from the report."),
    # Fields.
    "needed": _("needed"),
    "example": _("Example"),
    "example_of": _("Example for “{label}”"),
    "left_one": _("{n} character left"),
    "left_many": _("{n} characters left"),
    "over_one": _("{n} character too many"),
    "over_many": _("{n} characters too many"),
    "too_long": _(
        "Too long: there is room for {n} characters. Nothing is cut; shorten it to save it."
    ),
    "not_a_number": _("This is not a number. Write digits, such as 12 or 3.5."),
    "at_least": _("The number must be at least {min}."),
    "at_most": _("The number must be at most {max}."),
    "out_of_range": _("The number must be between {min} and {max}."),
    "tags_how": _("Write one and press Enter"),
    "tags_commas": _("Separate with commas"),
    "clear": _("Clear"),
    "clear_row": _("Clear the answer to “{label}”"),
    "all_steps": _("What the steps mean"),
    "yes": _("Yes"),
    "no": _("No"),
    "empty": _("Nothing written"),
    # Choices and links.
    "not_chosen": _("Choose…"),
    "deleted_link": _("Deleted"),
    "broken_link": _("This points to something that was deleted. Choose another, or clear it."),
    "none_yet_at": _("There is nothing to choose yet. It is written in"),
    "none_yet_here": _("There is nothing to choose yet: write it further up first."),
    "no_group": _("Not placed yet"),
    "orphans": _(
        "What these lines were about was deleted. Link them to something else, or delete them."
    ),
    "orphans_open": _(
        "These lines are not about anything yet. Link them to something, or delete them."
    ),
    "relink": _("Link to"),
    "create_act": _("Add and link"),
    "create_there": _(
        "It goes into “{title}” and is linked here. The rest can be written there later."
    ),
    "create_here": _("It goes into this exercise and is linked here."),
    "create_unnamed": _("Write what it is called first."),
    "create_offline": _("Not connected: it is added as soon as the connection is back."),
    "created": _("“{label}” is there now, and linked."),
    "created_in": _("“{label}” is there now. The rest is written in"),
    "take_back": _("Take it away again"),
    "taken_back": _("“{label}” is gone again from"),
    "not_taken_back": _(
        "“{label}” stays, because more is written about it or linked to it by now:"
    ),
    "kept_back": _("“{label}” stays: {reason}"),
    "bring_given": _("Show the choices of “{title}”"),
    "mend_missing": _("Nothing here is linked to “{label}” yet."),
    "mend_or": _("or use one that is there"),
    "mend_which": _("Which one"),
    "mend_link": _("Link"),
    "cancel": _("Cancel"),
    "delete_orphan": _("Delete this line"),
    # Pictures.
    "choose_picture": _("Choose a picture or drop it here (PNG, JPEG or WebP)"),
    "drawings": _("Choose a drawing"),
    "remove_picture": _("Remove the picture"),
    "picture_type": _("Only PNG, JPEG and WebP pictures can be used."),
    "picture_size": _("This picture is too large. Choose one under 20 MB."),
    "picture_damaged": _("This picture cannot be read. Choose another file."),
    # Lists.
    "add": _("Add"),
    "add_within": _("{add} in “{label}”"),
    "unnamed": _("No. {n}, no name yet"),
    "none_yet": _("Nothing here yet."),
    "full": _("There is room for {n}; delete one to add another."),
    "see_inside": _("Look inside"),
    "move_up": _("Move “{label}” up"),
    "move_down": _("Move “{label}” down"),
    "move_left": _("Move “{label}” left"),
    "move_right": _("Move “{label}” right"),
    "lanes_keys": _(
        "By keyboard: Tab goes along a row, from one column to the next; "
        "Alt with ← or → moves the column you are in."
    ),
    "moved": _("“{label}” is now number {n} of {total}."),
    "moved_to": _("“{label}” is now in “{group}”."),
    "duplicate": _("Copy “{label}”"),
    "copy_of": _("{label} (copy)"),
    "delete": _("Delete “{label}”"),
    "deleted": _("“{label}” was deleted."),
    "undo_delete": _("Bring it back"),
    "close": _("Close"),
    # Saving.
    "saving_and_help": _("Saving and help"),
    "nothing_yet": _("Saved as you type"),
    "saving": _("Saving…"),
    "saved_at": _("Saved at {time}"),
    "saved_on": _("Saved on {day} at {time}"),
    "waiting": _("Still saving; until then your words are kept in this browser"),
    "waiting_unkept": _("Still saving; do not close this page"),
    "refused": _("Not saved: {reason}"),
    "waits": _("What you typed stays in this browser and is saved by itself as soon as it can be."),
    "waits_unkept": _("It is saved by itself as soon as it can be; do not close this page."),
    "partly_one": _("Saved, except one entry: see what stands beside it"),
    "partly_many": _("Saved, except {n} entries: see what stands beside them"),
    "not_connected": _("Not connected: what you type is kept in this browser and saved later"),
    "not_connected_unkept": _(
        "Not connected, and this browser cannot keep your words: do not close this page"
    ),
    "all_well": _("All is saved."),
    "try_again": _("Try again"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    # Advice.
    "advice_title": _("What to look at"),
    "advice_one": _("There is one thing to look at."),
    "advice_many": _("There are {n} things to look at."),
    "good": _("Well done"),
    "note": _("Good to know"),
    "warning": _("Think about it"),
    "problem": _("To mend"),
    # Example, history, conflicts.
    "show_example": _("Show an example"),
    "example_title": _("A worked example: {case}"),
    "example_answers": _("The answers"),
    "use_example": _("Use as a starting point"),
    "use_example_help": _("It fills in your empty form; undo takes it out again."),
    "history": _("Earlier versions"),
    "history_title": _("Earlier versions"),
    "history_none": _("Nothing has been saved yet."),
    "version_now": _("This is what you see"),
    "restore": _("Bring back"),
    "conflict_title": _("Someone else changed the same thing"),
    "conflict_words": _("Both versions are here; nothing is lost. Choose the one to keep."),
    "mine": _("Your version"),
    "theirs": _("The other version"),
    "keep_mine": _("Keep yours"),
    "take_theirs": _("Take theirs"),
}


@cache
def form_words(lang: Lang) -> dict[str, str]:
    """Return the form's own words in `lang`.

    Examples
    --------
    >>> form_words("it")["saved_at"]
    'Salvato alle {time}'
    """
    tr = translator(lang)
    return {key: tr(words) for key, words in WORDS.items()}
