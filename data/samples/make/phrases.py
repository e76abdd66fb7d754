"""What the invented customers say: sentences in Italian, by topic and by how things went.

Braces are filled by chance from `SLOTS`. All of it was written for this sample.
"""

SLOTS: dict[str, tuple[str, ...]] = {
    "giorni": ("due", "tre", "quattro", "cinque", "otto", "dieci", "quindici"),
    "minuti": ("dieci", "venti", "venticinque", "trenta", "quaranta", "cinquanta"),
    "volte": ("due volte", "tre volte", "quattro volte", "almeno cinque volte"),
    "anni": ("sei", "nove", "undici", "quindici", "venti", "trenta"),
    "mese": ("gennaio", "marzo", "maggio", "giugno", "luglio", "settembre"),
    "euro": ("due euro", "quattro euro", "otto euro", "dodici euro", "trenta euro"),
    "chi": ("mio marito", "mia moglie", "mia madre", "mio fratello", "mia figlia", "un vicino"),
}

OPENINGS = (
    "", "", "", "", "", "", "Guardi, ", "Allora: ", "Mah, ", "Dico la verità: ", "Secondo me ",
    "Le dico solo questo: ", "Non so se interessa, ma ", "Sa che c’è? ", "Ecco: ",
    "Aggiungo una cosa: ", "Se devo dire una cosa, ", "Una nota: ", "Parlo per me: ",
)  # fmt: skip

CLOSINGS: dict[str, tuple[str, ...]] = {
    "good": (
        "", "", "", "", "Continuate così.", "Per ora non cambio.", "Lo dico anche agli amici.",
        "Non ho altro da aggiungere.", "Spero resti così.", "Ringraziateli da parte mia.",
        "Altrove non l’ho mai trovato.", "È per questo che resto.",
    ),
    "bad": (
        "", "", "", "", "Sto guardando altre banche.", "L’ho già detto e non è cambiato niente.",
        "Non è la prima volta.", "Ci vorrebbe poco a rimediare.", "Poi uno si stanca.",
        "Nessuno mi ha richiamato.", "Mi aspettavo di meglio.", "Fatelo sapere a chi decide.",
        "{chi} ha già cambiato banca.",
    ),
}  # fmt: skip

SHORT = (
    "Niente da dire.", "Tutto bene.", "Va bene così.", "Nessuna osservazione.", "Non saprei.",
    "Per adesso contento.", "Normale.", "Bene, grazie.", "Come tutte.", "Si può migliorare.",
    "Niente di particolare.", "ok", "Sono soddisfatta.", "Mi trovo bene.", "Così così.",
)  # fmt: skip

# Item of the survey → what is said when it went badly, what when it went well.
TOPICS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "persone_ascolto": (
        (
            "mi fanno la domanda e intanto guardano lo schermo.",
            "ho spiegato il mio problema {volte} a persone diverse.",
            "hanno risposto a una cosa che non avevo chiesto.",
            "si capiva che avevano fretta di passare al prossimo.",
            "mi hanno proposto una polizza mentre parlavo di un lutto in famiglia.",
            "chiedo una cosa semplice e mi rimandano a un altro ufficio.",
            "nessuno si è ricordato di quello che avevo detto a {mese}.",
        ),
        (
            "mi hanno lasciato parlare e poi hanno trovato la strada.",
            "si sono segnati quello che dicevo e l’hanno fatto davvero.",
            "con {chi} hanno avuto una pazienza che non mi aspettavo.",
            "prima ascoltano, poi propongono, non il contrario.",
            "ho fatto domande sciocche e nessuno me l’ha fatto pesare.",
            "hanno capito al volo che mi serviva tempo e me l’hanno dato.",
        ),
    ),
    "servizio_tempi": (
        (
            "per un libretto ho aspettato {giorni} giorni.",
            "{minuti} minuti di fila con uno sportello solo aperto.",
            "la risposta sul mutuo doveva arrivare a {mese}, la sto aspettando ancora.",
            "devo sempre telefonare io per sapere a che punto è la pratica.",
            "la carta nuova è arrivata dopo {giorni} giorni, intanto ho pagato in contanti.",
            "una firma che mancava ci è costata {giorni} giorni.",
            "prima era tutto più svelto, adesso ogni cosa passa dalla sede.",
        ),
        (
            "in {giorni} giorni avevo tutto, e avevano detto una settimana.",
            "mai più di {minuti} minuti di attesa, nemmeno di lunedì.",
            "il bonifico urgente è partito mentre ero ancora lì.",
            "mi hanno avvisata prima che lo chiedessi io.",
            "quello che promettono per venerdì, venerdì c’è.",
            "per il prestito della macchina ho avuto la risposta in {giorni} giorni.",
        ),
    ),
    "prodotti_chiarezza": (
        (
            "il foglio delle condizioni è lungo e scritto per chi lo sa già.",
            "ho scoperto il costo della carta solo sull’estratto conto.",
            "non ho capito che cosa ho firmato, e ho una laurea.",
            "mi hanno detto una cifra a voce e sul contratto ce n’era un’altra.",
            "il tasso è cambiato a {mese} e l’ho saputo per caso.",
            "chiamano le cose con nomi che cambiano ogni anno.",
        ),
        (
            "mi hanno disegnato il mutuo su un foglio, rata per rata.",
            "hanno detto subito quanto costa e che cosa non comprende.",
            "mi hanno sconsigliato un prodotto che non faceva per me.",
            "un foglio solo, quattro righe, e si capiva tutto.",
            "quando è cambiata una condizione mi hanno telefonato.",
        ),
    ),
    "prodotti_costi": (
        (
            "{euro} per un prelievo in un’altra banca mi sembrano troppi.",
            "le spese di tenuta conto crescono e il servizio è lo stesso.",
            "sul conto di {chi} c’erano {euro} che nessuno sapeva spiegare.",
            "i conti senza spese che vedo in televisione qui non ci sono.",
            "paghiamo anche la busta con dentro l’estratto conto.",
        ),
        (
            "costa poco più di altri e so per che cosa pago.",
            "hanno tolto loro una spesa che non mi serviva più.",
            "sul mutuo ho confrontato {volte}, erano i più onesti.",
            "da socia ho le spese ridotte e si vede.",
        ),
    ),
    "servizio_orari": (
        (
            "chi lavora fuori valle trova sempre chiuso.",
            "il pomeriggio aprono quando io sono ancora in fabbrica.",
            "devo prendere un permesso per venire allo sportello.",
            "hanno tolto il sabato e per noi con la bottega è un guaio.",
        ),
        (
            "mi hanno ricevuta alle sette di sera, dopo il turno.",
            "aprono presto e riesco a passare prima del lavoro.",
            "sotto le feste hanno tenuto aperto anche il sabato mattina.",
        ),
    ),
    "servizio_errori": (
        (
            "hanno addebitato {volte} la stessa bolletta.",
            "il mio indirizzo è sbagliato da {anni} anni e le lettere vanno a un altro.",
            "nel bonifico c’era un nome invertito ed è tornato indietro.",
            "per correggere un loro sbaglio sono dovuta venire {volte}.",
        ),
        (
            "in {anni} anni neanche un errore sul conto.",
            "si sono accorti loro di un addebito strano e l’hanno fermato.",
            "hanno sbagliato una volta, lo hanno ammesso e sistemato in giornata.",
        ),
    ),
    "gestore_conosce": (
        (
            "ogni anno cambia la persona che mi segue e si ricomincia da capo.",
            "non so nemmeno chi sia il mio gestore adesso.",
            "mi chiamano solo quando c’è qualcosa da vendere.",
            "la consulente nuova non sapeva che ho un mutuo con voi.",
        ),
        (
            "la persona che mi segue sa della casa, dei figli e del lavoro.",
            "il gestore mi ha chiamato prima della scadenza, senza vendere niente.",
            "sono {anni} anni che trovo la stessa persona e mi fido.",
            "quando è andata in pensione mi ha presentato chi veniva dopo.",
        ),
    ),
    "tp_telefono": (
        (
            "al telefono si resta in attesa {minuti} minuti con la musica.",
            "il numero della filiale squilla a vuoto.",
            "mi hanno detto la richiamiamo e non ha richiamato nessuno.",
            "ho chiamato {volte} e ogni volta ho ridato i miei dati.",
        ),
        (
            "al telefono risponde una persona, non una macchina.",
            "ho chiamato per una carta persa e in {minuti} minuti era bloccata.",
            "mi hanno richiamato all’ora che avevano detto.",
        ),
    ),
    "tp_internet": (
        (
            "il sito mi butta fuori proprio mentre confermo il bonifico.",
            "per cambiare la password sono dovuto andare in filiale.",
            "da computer non trovo mai dove si scarica il modello per le tasse.",
            "chi ha una certa età su internet resta solo.",
        ),
        (
            "faccio tutto da casa e la banca la vedo due volte l’anno.",
            "da quando hanno rifatto le pagine i bonifici sono semplici.",
            "ho imparato a usare internet con il loro corso in biblioteca.",
            "l’accesso da casa migliora ogni anno, bisogna dirlo.",
        ),
    ),
    "tp_sportello_automatico": (
        (
            "lo sportello automatico della piazza è guasto un giorno sì e uno no.",
            "la macchinetta ha preso i soldi e la ricevuta non è uscita.",
            "di sera lì davanti è buio e non mi fermo.",
            "i tasti sono piccoli e lo schermo al sole non si legge.",
        ),
        (
            "verso gli incassi la sera e non faccio più la fila.",
            "{chi} ci ha messo un minuto a capire come si usa.",
            "il bancomat nuovo accetta anche gli assegni, comodo.",
        ),
    ),
    "persone_cortesia": (
        (
            "alla cassa non salutano nemmeno.",
            "mi hanno risposto male davanti ad altra gente.",
            "dipende da chi si trova: qualcuno è gentile, qualcuno proprio no.",
        ),
        (
            "ti chiamano per nome e ti chiedono come sta {chi}.",
            "anche quando dicono di no, lo dicono con garbo.",
            "le ragazze dello sportello meritano un elogio.",
            "entro volentieri, e di una banca non si dice spesso.",
        ),
    ),
    "economia": (
        (
            "con quello che sta chiudendo qui in valle ho paura per il lavoro.",
            "i giovani se ne vanno e la banca dovrebbe aiutarli a restare.",
            "le botteghe non ce la fanno e il credito non arriva.",
        ),
        (
            "siete rimasti vicini alle aziende della valle quando le altre scappavano.",
            "la banca qui sostiene la banda, la scuola, la croce rossa: conta.",
            "se questa zona tiene è anche perché i soldi restano qui.",
        ),
    ),
}

# Focus module of the year → what is said about it.
FOCUS: dict[str, tuple[str, ...]] = {
    "postazione self-service": (
        "la postazione nuova l’ho provata una volta sola, non capivo i menù.",
        "alla postazione manca qualcuno che ti aiuti la prima volta.",
        "con la postazione pago i bollettini la domenica, bella idea.",
        "spostatela all’interno: fuori con la pioggia non ci si sta.",
    ),
    "campagna di prodotto": (
        "della carta nuova ho visto il manifesto ma nessuno me ne ha parlato.",
        "mi hanno telefonato {volte} per la stessa offerta.",
        "l’offerta era giusta per me e me l’hanno spiegata bene.",
        "la lettera della campagna parlava di giovani, io ho settant’anni.",
    ),
    "lavoro dei gestori": (
        "vorrei che il gestore mi chiamasse prima, non dopo.",
        "il gestore ha preparato l’incontro, si vedeva.",
        "ho fatto una domanda al gestore a {mese} e ha risposto in {giorni} giorni.",
        "il gestore è bravo ma ha troppi clienti.",
    ),
    "evento sul territorio": (
        "la serata sul risparmio in municipio è stata utile.",
        "alla festa dei soci c’era troppa confusione per parlare.",
        "dell’evento ho saputo il giorno dopo, dal giornale.",
        "portate l’evento anche in alta valle.",
    ),
}
