"""The form's own words: buttons, states and notes that no exercise words itself.

The scripts know the keys only. ``{braces}`` are filled in the browser.
"""

from functools import cache

from cxkit.language import Lang

ENGLISH = {
    # Around the exercise.
    "minutes": "{n} minutes",
    "mode_alone": "On your own",
    "mode_pairs": "In pairs",
    "mode_team": "As a team",
    "progress_empty": "To begin",
    "progress_begun": "Begun",
    "progress_attention": "Needs attention",
    "progress_complete": "Complete",
    "instructions": "How to go about it",
    "notes": "Notes for instructors",
    "picture_title": "The result so far",
    # Fields.
    "needed": "needed",
    "example": "Example",
    "example_of": "Example for “{label}”",
    "left_one": "{n} character left",
    "left_many": "{n} characters left",
    "over_one": "{n} character too many",
    "over_many": "{n} characters too many",
    "too_long": (
        "Too long: there is room for {n} characters. Nothing is cut; shorten it to save it."
    ),
    "not_a_number": "This is not a number. Write digits, such as 12 or 3.5.",
    "at_least": "The number must be at least {min}.",
    "at_most": "The number must be at most {max}.",
    "out_of_range": "The number must be between {min} and {max}.",
    "tags_how": "Write one and press Enter",
    "tags_commas": "Separate with commas",
    "clear": "Clear",
    "clear_row": "Clear the answer to “{label}”",
    "all_steps": "What the steps mean",
    "yes": "Yes",
    "no": "No",
    "empty": "Nothing written",
    # Choices and links.
    "not_chosen": "Choose…",
    "deleted_link": "Deleted",
    "broken_link": "This points to something that was deleted. Choose another, or clear it.",
    "none_yet_at": "There is nothing to choose yet. It is written in",
    "none_yet_here": "There is nothing to choose yet: write it further up first.",
    "no_group": "Not placed yet",
    "orphans": (
        "What these lines were about was deleted. Link them to something else, or delete them."
    ),
    "relink": "Link to",
    "delete_orphan": "Delete this line",
    # Pictures.
    "choose_picture": "Choose a picture or drop it here (PNG, JPEG or WebP)",
    "remove_picture": "Remove the picture",
    "picture_type": "Only PNG, JPEG and WebP pictures can be used.",
    "picture_size": "This picture is too large. Choose one under 20 MB.",
    "picture_damaged": "This picture cannot be read. Choose another file.",
    # Lists.
    "add": "Add",
    "add_within": "{add} in “{label}”",
    "unnamed": "No. {n}, no name yet",
    "none_yet": "Nothing here yet.",
    "full": "There is room for {n}; delete one to add another.",
    "see_inside": "Look inside",
    "move_up": "Move “{label}” up",
    "move_down": "Move “{label}” down",
    "move_left": "Move “{label}” left",
    "move_right": "Move “{label}” right",
    "moved": "“{label}” is now number {n} of {total}.",
    "moved_to": "“{label}” is now in “{group}”.",
    "duplicate": "Copy “{label}”",
    "copy_of": "{label} (copy)",
    "delete": "Delete “{label}”",
    "deleted": "“{label}” was deleted.",
    "undo_delete": "Bring it back",
    "close": "Close",
    # Saving.
    "saving_and_help": "Saving and help",
    "nothing_yet": "Saved as you type",
    "saving": "Saving…",
    "saved_at": "Saved at {time}",
    "waiting": "Still saving; until then your words are kept in this browser",
    "waiting_unkept": "Still saving; do not close this page",
    "refused": "Not saved: {reason}",
    "partly_one": "Saved, except one entry: see what stands beside it",
    "partly_many": "Saved, except {n} entries: see what stands beside them",
    "not_connected": "Not connected: what you type is kept in this browser and saved later",
    "not_connected_unkept": (
        "Not connected, and this browser cannot keep your words: do not close this page"
    ),
    "all_well": "All is saved.",
    "try_again": "Try again",
    "undo": "Undo",
    "redo": "Redo",
    # Advice.
    "advice_title": "What to look at",
    "advice_one": "There is one thing to look at.",
    "advice_many": "There are {n} things to look at.",
    "good": "Well done",
    "note": "Good to know",
    "warning": "Think about it",
    "problem": "To mend",
    # Example, history, conflicts.
    "show_example": "Show an example",
    "example_title": "A worked example: {case}",
    "example_answers": "The answers",
    "use_example": "Use as a starting point",
    "use_example_help": "It fills in your empty form; undo takes it out again.",
    "history": "Earlier versions",
    "history_title": "Earlier versions",
    "history_none": "Nothing has been saved yet.",
    "version_now": "This is what you see",
    "restore": "Bring back",
    "conflict_title": "Someone else changed the same thing",
    "conflict_words": "Both versions are here; nothing is lost. Choose the one to keep.",
    "mine": "Yours",
    "theirs": "Theirs",
    "keep_mine": "Keep yours",
    "take_theirs": "Take theirs",
}

ITALIAN = {
    "minutes": "{n} minuti",
    "mode_alone": "Per conto proprio",
    "mode_pairs": "In coppia",
    "mode_team": "In gruppo",
    "progress_empty": "Da iniziare",
    "progress_begun": "In corso",
    "progress_attention": "Da rivedere",
    "progress_complete": "Completo",
    "instructions": "Come procedere",
    "notes": "Note per chi conduce",
    "picture_title": "Il risultato finora",
    "needed": "necessario",
    "example": "Esempio",
    "example_of": "Esempio per «{label}»",
    "left_one": "Resta {n} carattere",
    "left_many": "Restano {n} caratteri",
    "over_one": "{n} carattere di troppo",
    "over_many": "{n} caratteri di troppo",
    "too_long": (
        "Troppo lungo: c'è posto per {n} caratteri. Nulla va perso; per salvare, accorciate "
        "il testo."
    ),
    "not_a_number": "Non è un numero. Usate le cifre, per esempio 12 o 3,5.",
    "at_least": "Il numero deve essere almeno {min}.",
    "at_most": "Il numero può essere al massimo {max}.",
    "out_of_range": "Il numero deve stare tra {min} e {max}.",
    "tags_how": "Scrivete una voce e premete Invio",
    "tags_commas": "Separate con le virgole",
    "clear": "Svuota",
    "clear_row": "Svuota la risposta a «{label}»",
    "all_steps": "Che cosa significano i livelli",
    "yes": "Sì",
    "no": "No",
    "empty": "Non c'è scritto nulla",
    "not_chosen": "Scegliete…",
    "deleted_link": "Eliminato",
    "broken_link": "Rimanda a qualcosa che non c'è più. Scegliete altro oppure lasciate vuoto.",
    "none_yet_at": "Non c'è ancora nulla da scegliere. Si scrive in",
    "none_yet_here": "Non c'è ancora nulla da scegliere: va scritto prima, più in alto.",
    "no_group": "Senza collocazione",
    "orphans": (
        "L'elemento a cui si riferivano queste righe è stato eliminato. Collegatele a un "
        "altro oppure eliminatele."
    ),
    "relink": "Collega a",
    "delete_orphan": "Elimina la riga",
    "choose_picture": "Scegliete un'immagine o trascinatela qui (PNG, JPEG o WebP)",
    "remove_picture": "Togli l'immagine",
    "picture_type": "Si possono usare solo immagini PNG, JPEG e WebP.",
    "picture_size": "L'immagine è troppo grande. Sceglietene una sotto i 20 MB.",
    "picture_damaged": "L'immagine non si riesce a leggere. Scegliete un altro file.",
    "add": "Aggiungi",
    "add_within": "{add} in «{label}»",
    "unnamed": "N. {n}, ancora senza nome",
    "none_yet": "Qui non c'è ancora nulla.",
    "full": "C'è posto per {n}; per aggiungere, prima eliminate qualcosa.",
    "see_inside": "Da correggere",
    "move_up": "Sposta «{label}» in su",
    "move_down": "Sposta «{label}» in giù",
    "move_left": "Sposta «{label}» a sinistra",
    "move_right": "Sposta «{label}» a destra",
    "moved": "«{label}» ora è al posto {n} di {total}.",
    "moved_to": "«{label}» ora è in «{group}».",
    "duplicate": "Duplica «{label}»",
    "copy_of": "{label} (copia)",
    "delete": "Elimina «{label}»",
    "deleted": "Eliminato: «{label}».",
    "undo_delete": "Ripristina",
    "close": "Chiudi",
    "saving_and_help": "Salvataggio e aiuti",
    "nothing_yet": "Si salva mentre scrivete",
    "saving": "Salvataggio in corso…",
    "saved_at": "Salvato alle {time}",
    "waiting": "Il salvataggio richiede tempo; intanto ciò che scrivete resta in questo browser",
    "waiting_unkept": "Il salvataggio richiede tempo; non chiudete la pagina",
    "refused": "Non salvato: {reason}",
    "partly_one": "Salvato, tranne una voce: il motivo è lì accanto",
    "partly_many": "Salvato, tranne {n} voci: il motivo è lì accanto",
    "not_connected": (
        "Connessione assente: ciò che scrivete resta in questo browser e si salva più tardi"
    ),
    "not_connected_unkept": (
        "Connessione assente e questo browser non può conservare il testo: non chiudete la pagina"
    ),
    "all_well": "È tutto salvato.",
    "try_again": "Riprova",
    "undo": "Annulla",
    "redo": "Ripeti",
    "advice_title": "Che cosa guardare",
    "advice_one": "C'è una cosa da guardare.",
    "advice_many": "Ci sono {n} cose da guardare.",
    "good": "Ben fatto",
    "note": "Da sapere",
    "warning": "Da pensarci",
    "problem": "Da correggere",
    "show_example": "Mostra un esempio",
    "example_title": "Un esempio svolto: {case}",
    "example_answers": "Le risposte",
    "use_example": "Usa come punto di partenza",
    "use_example_help": "Riempie il modulo vuoto; con Annulla torna vuoto.",
    "history": "Versioni precedenti",
    "history_title": "Versioni precedenti",
    "history_none": "Non è stato ancora salvato nulla.",
    "version_now": "È quella che vedete",
    "restore": "Riporta questa",
    "conflict_title": "Qualcun altro ha cambiato la stessa cosa",
    "conflict_words": "Le due versioni sono qui, nulla è andato perso. Scegliete quale tenere.",
    "mine": "La vostra",
    "theirs": "L'altra",
    "keep_mine": "Tieni la vostra",
    "take_theirs": "Prendi l'altra",
}


@cache
def form_words(lang: Lang) -> dict[str, str]:
    """Return the form's own words in `lang`.

    Examples
    --------
    >>> form_words("it")["saved_at"]
    'Salvato alle {time}'
    """
    return dict(ITALIAN if lang == "it" else ENGLISH)
