package az.dost.vahid.report.disclosure; public record Hidden(java.util.Set<String> ids) { }
