package az.dost.vahid.ingest;

/** A file's row in drop_file. */
record DropFile(long id, long version) {
}
