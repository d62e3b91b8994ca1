package az.dost.vahid.journeys.bulk;

/** A row that is looked up next. */
record NextRow(BulkJob job, int line, String fin) {
    @Override
    public String toString() {
        return "Line " + line + " of " + job;
    }
}
