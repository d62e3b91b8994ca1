package az.dost.vahid.sources.ingest.drop;

/** A file's row in drop_file. */
public record DropFile(long id, long version) {}
