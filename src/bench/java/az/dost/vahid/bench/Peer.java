package az.dost.vahid.bench;

/** One of the applications that are compared. */
record Peer(String name, Launched process, int port) {
}
