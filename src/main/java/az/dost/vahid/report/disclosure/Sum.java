package az.dost.vahid.report.disclosure;
import java.util.List;
public record Sum(String total, List<String> parts) { }
