"""Journeys to test with: a bank's, a railway's, and journeys of any size."""

from cxkit.journey import (
    Assessment,
    Blueprint,
    Handover,
    Journey,
    Line,
    Obstacle,
    Phase,
    Touchpoint,
)


def bank() -> Journey:
    """Opening a first account at a cooperative bank, in Italian."""
    names = ("Ho bisogno di un conto", "Capire se fa per me", "Aprirlo", "Usarlo davvero")
    aims = ("Avere un IBAN per lo stipendio", "Sapere quanto costa", "Finire in fretta", "")
    return Journey(
        title="Aprire il primo conto corrente",
        goal="Ha firmato il primo contratto di lavoro: le serve un conto entro fine mese.",
        begins="L'ufficio del personale le chiede l'IBAN",
        ends="Il primo stipendio è arrivato e la carta funziona",
        state="today",
        phases=tuple(
            Phase(id=f"p{n}", name=name, aim=aim)
            for n, (name, aim) in enumerate(zip(names, aims, strict=True), 1)
        ),
        touchpoints=(
            Touchpoint(
                id="t1", name="Richiesta dell'IBAN", phase="p1", channels=("email",),
                action="Legge la mail del personale e si accorge di non avere un conto.",
                need="Sapere da dove si comincia", expectation="Che basti un giorno", emotion=-1,
                pain="Una sigla che nessuno le ha mai spiegato", evidence="told",
            ),
            Touchpoint(
                id="t2", name="Consiglio di un'amica", phase="p1", channels=("word-of-mouth",),
                action="Chiede a un'amica dove si trova bene.", need="Una voce di cui fidarsi",
                expectation="Un nome, non un confronto di tariffe", emotion=2,
                quote="Vai da loro, c'è una signora che ti spiega tutto", evidence="told",
            ),
            Touchpoint(
                id="t3", name="Ricerca sul sito", phase="p2", channels=("web",),
                action="Cerca i costi e compila il modulo di richiesta.",
                need="Capire quanto spenderà in un anno",
                expectation="Un prezzo chiaro in prima pagina", emotion=0, evidence="data",
                pain="Tre fogli informativi da scaricare",
                opportunity="Un esempio: quanto spende in un anno chi ha vent'anni",
            ),
            Touchpoint(
                id="t4", name="Telefonata alla filiale", phase="p2", channels=("phone",),
                action="Chiama per capire che documenti servono.", need="Non fare due viaggi",
                expectation="Una risposta subito", emotion=1, consistency=2, evidence="front-line",
            ),
            Touchpoint(
                id="t5", name="Firma in filiale", phase="p3", channels=("branch", "post"),
                action="Chiede un permesso al lavoro, porta i documenti, firma undici volte.",
                need="Capire a che cosa si sta impegnando",
                expectation="Uscire con il conto attivo in mezz'ora", emotion=-2,
                quote="Ho firmato senza capire che cosa", consistency=0, evidence="observed",
                pain="Ridà gli stessi dati già scritti sul sito", moment_of_truth=True,
                opportunity="Mandare i documenti il giorno prima, con tre righe che li spiegano",
            ),
            Touchpoint(
                id="t6", name="Attesa della conferma", phase="p3", channels=("email",),
                action="Per tre giorni controlla la posta e non arriva nulla.",
                need="Sapere a che punto è", expectation="Una conferma la sera stessa", emotion=-3,
                quote="Al lavoro mi chiedevano l'IBAN e io facevo finta di niente",
                pain="Il silenzio", opportunity="Un messaggio a ogni passo, anche se non è finita",
                consistency=1, evidence="told", moment_of_truth=True,
            ),
            Touchpoint(
                id="t7", name="Primo accesso all'app", phase="p4", channels=("app", "messaging"),
                action="Installa l'app, riceve il codice, vede lo stipendio.",
                need="Sentirsi padrona dei suoi soldi", expectation="Come le altre app che usa",
                emotion=3, quote="L'ho mandato subito in foto a mia madre", evidence="observed",
                consistency=3,
            ),
        ),
    )  # fmt: skip


def bank_blueprint() -> Blueprint:
    """What stands behind `bank`."""
    return Blueprint(
        departments=(
            "Filiali", "Controlli", "Sistemi informativi", "Marketing", "Legale", "Personale",
        ),
        lines=(
            Line(
                id="l3", touchpoint="t3", front_stage="Pagina dei conti e modulo di richiesta",
                back_stage="Il modulo diventa una mail alla filiale", department="Marketing",
                owner="Responsabile del sito", system="Sito", also=("Legale",),
                rule="I fogli informativi vanno pubblicati per intero",
            ),
            Line(
                id="l4", touchpoint="t4",
                front_stage="Risponde la consulente ed elenca i documenti",
                back_stage="Cerca la mail del modulo; se non la trova richiede i dati",
                department="Filiali", owner="Direttrice della filiale", system="Posta",
            ),
            Line(
                id="l5", touchpoint="t5", front_stage="La consulente accoglie, spiega, fa firmare",
                back_stage="Ricopia i dati in due programmi e scansiona i documenti",
                support="Prepara i contratti aggiornati", department="Filiali", also=("Legale",),
                owner="Direttrice della filiale", system="Gestionale conti",
                rule="Si firma in presenza: un'abitudine, la norma non lo chiede",
            ),
            Line(
                id="l6", touchpoint="t6", front_stage="Nulla: silenzio",
                back_stage="La pratica aspetta il controllo delle 17",
                support="Verifica dei documenti in sede, una volta al giorno",
                department="Controlli", system="Coda pratiche",
            ),
            Line(
                id="l7", touchpoint="t7", front_stage="App, messaggio con il codice",
                back_stage="Attivazione automatica", support="Fornitore dei messaggi",
                department="Sistemi informativi", owner="Responsabile dei canali digitali",
                system="App",
            ),
        ),
        handovers=(
            Handover(
                id="h1", touchpoint="t6", giver="Filiali", receiver="Controlli",
                passes="La pratica firmata", lost="La data promessa al cliente",
            ),
            Handover(
                id="h2", touchpoint="t7", giver="Controlli", receiver="Sistemi informativi",
                passes="Il via libera", lost="Chi aveva urgenza",
                agreement="Ogni ora, con l'elenco delle urgenze",
            ),
        ),
    )  # fmt: skip


def bank_assessment() -> Assessment:
    """The obstacles along `bank`."""
    return Assessment(
        obstacles=(
            Obstacle(
                id="o1", touchpoint="t6", kind="process", severity=4,
                what="Il controllo dei documenti si fa in sede una volta al giorno, alle 17",
                effect="Per tre giorni non sa se il conto c'è e non può dare l'IBAN al lavoro",
                evidence="41 chiamate in marzo chiedevano soltanto «a che punto è?»",
            ),
            Obstacle(
                id="o2", touchpoint="t6", kind="technology", severity=3,
                what="Chi è allo sportello non vede a che punto è la pratica",
                effect="Chi chiama sente dire «le faremo sapere»", evidence="Osservato il 12 marzo",
            ),
            Obstacle(
                id="o3", touchpoint="t5", kind="organisation", severity=2,
                what="La filiale è misurata sui contratti firmati, non sui conti attivi",
                effect="Nessuno segue la pratica dopo la firma",
            ),
            Obstacle(
                id="o4", touchpoint="t5", kind="technology", severity=1,
                what="Sito e gestionale non si parlano", effect="I dati si scrivono due volte",
            ),
            Obstacle(
                id="o5", touchpoint="t3", kind="process", what="Tre fogli informativi da scaricare",
            ),
        ),
        clear=("t7", "t4"),
        first="o1",
        reason="Pesa sul punto più basso, e due responsabili possono spostarlo al mattino.",
    )  # fmt: skip


def railway() -> Journey:
    """Changing a changeable ticket on the day, in English."""
    return Journey.of(
        "Changing a changeable ticket",
        {
            "Planning the trip": [
                {"name": "Buys in the app", "channels": ("app",), "emotion": 1,
                 "action": "Pays more for a ticket that can be changed."},
            ],
            "Plans change": [
                {"name": "Meeting ends early", "channels": ("app",), "emotion": 0,
                 "action": "Looks for an earlier train and cannot change in the app.",
                 "need": "To get home two hours earlier"},
            ],
            "At the station": [
                {"name": "Asks on the platform", "channels": ("branch",), "emotion": -2,
                 "moment_of_truth": True, "consistency": 0, "need": "Somebody who may decide",
                 "quote": "The train was there, with empty seats"},
                {"name": "Queues at the main office", "channels": ("branch",), "emotion": -3,
                 "expectation": "What I paid for", "consistency": 1},
            ],
            "On board": [
                {"name": "Takes the later train", "channels": ("in-use",), "emotion": -1},
            ],
            "Next trip": [
                {"name": "Compares the plane", "channels": ("web", "word-of-mouth")},
                {"name": "Books the competitor", "channels": ("web",), "emotion": 0,
                 "moment_of_truth": True},
            ],
        },
        state="today",
    )  # fmt: skip


def large(phases: int, each: int, text: str = "") -> Journey:
    """A journey of a given size whose every text is `text`, with ids that say their place."""
    made = tuple(Phase(id=f"p{n}", name=f"Phase number {n}") for n in range(phases))
    points = tuple(
        Touchpoint(
            id=f"t{p}-{n}",
            name=f"Step {p}.{n}",
            phase=f"p{p}",
            channels=("web", "phone") if n % 2 else ("branch",),
            action=text or "Does something that can be seen.",
            need=text or "To get on with the day",
            expectation=text or "That it takes a minute",
            emotion=(p * 5 + n * 3) % 7 - 3,
            quote=text or "That is how it is",
            pain=text or "Waiting",
            opportunity=text or "Tell people what happens next",
            moment_of_truth=(p + n) % 5 == 4,
            consistency=n % 5,
        )
        for p in range(phases)
        for n in range(each)
    )
    return Journey(title=f"A journey of {phases} phases", phases=made, touchpoints=points)
