package az.dost.vahid.bench;

/** One of the applications that are compared, and what it is asked. */
record Peer(String name, Launched process, int port, Ask ask) {
    /** The same process, asked otherwise; a series of its own. */
    Peer asked(String as, Ask otherwise) {
        return new Peer(as, process, port, otherwise);
    }
}
