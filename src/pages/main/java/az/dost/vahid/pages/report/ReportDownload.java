package az.dost.vahid.pages.report;

import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.web.NotThere;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A report or its open data as a file, byte by byte as the gateway gives it. */
final class ReportDownload {
    private record Form(String name, String type, String end) {}

    /** By the part of an address. */
    private static final Map<String, Form> FORMS = Map.of(
            "json",
            new Form("JSON", "application/json", ".json"),
            "csv",
            new Form("CSV", "text/csv", ".csv"),
            "json-stat",
            new Form("JSON_STAT", "application/vnd.json-stat+json", ".json-stat.json"));

    /**
     * @param gateway's address of the report @param name of the file, without its end @param version null for the
     *     newest @throws NotThere for a form that there is not
     */
    static ResponseEntity<byte[]> of(
            Gateway gateway, String address, String period, Integer version, String form, String name) {
        Form wanted = FORMS.get(form);
        if (wanted == null) {
            throw new NotThere();
        }
        Download file = version == null
                ? gateway.file(wanted.type(), address + "?form={form}", period, wanted.name())
                : gateway.file(
                        wanted.type(), address + "?form={form}&version={version}", period, wanted.name(), version);
        return attached(file.bytes(), file.type(), name + wanted.end());
    }

    static ResponseEntity<byte[]> attached(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private ReportDownload() {}
}
