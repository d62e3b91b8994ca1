package az.dost.vahid.report.disclosure;
public record Cell(String id, long value, int least) { }
