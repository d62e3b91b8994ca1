package az.dost.vahid.kit.certify;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A certificate as one HTML page that needs nothing else. */
public final class CertificatePage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Connector %1$s: %2$s</title>
            <style>
            body { font: 16px/1.45 system-ui, sans-serif; color: #1b1f24; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 1.5rem; }
            dt { color: #57606a; } dd { margin: 0; overflow-wrap: anywhere; }
            .badge { display: inline-block; padding: .05rem .55rem; border-radius: .7rem; font-size: .85rem; font-weight: 600; }
            .PASSED { background: #dafbe1; color: #116329; } .FAILED { background: #ffebe9; color: #a40e26; } .BUSY { background: #fff8c5; color: #7d4e00; } .SKIPPED { background: #eaeef2; color: #424a53; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid #d0d7de; }
            th { color: #57606a; font-weight: 600; } td:last-child, th:last-child { text-align: right; white-space: nowrap; }
            code { font-size: .85em; color: #57606a; }
            @media print { body { margin: 0; max-width: none; font-size: 12px; } }
            </style>
            </head>
            <body>
            <h1>Connector %1$s <span class="badge %2$s">%2$s</span></h1>
            <p>%3$d lines passed, %4$d failed, %5$d do not apply.%10$s</p>
            <dl><dt>Version</dt><dd><code>%6$s</code></dd><dt>Gateway</dt><dd>%7$s</dd><dt>Made at</dt><dd>%8$s</dd></dl>
            <table>
            <thead><tr><th>Result</th><th>What was asked</th><th>Expected</th><th>Found</th><th>ms</th></tr></thead>
            <tbody>
            %9$s
            </tbody>
            </table>
            <p>The agency was played from the connector's own samples; the route that asked it is the gateway's. Who checks the
            signature beside this file knows that nobody has changed it since.</p>
            </body>
            </html>
            """;

    public static String of(Certificate certificate) {
        return PAGE.formatted(
                text(certificate.connector()),
                certificate.passed() ? "PASSED" : "FAILED",
                certificate.count(Outcome.PASSED),
                certificate.count(Outcome.FAILED),
                certificate.count(Outcome.SKIPPED),
                text(certificate.version()),
                text(certificate.gateway()),
                text(certificate.at().toString()),
                certificate.lines().stream().map(CertificatePage::row).collect(Collectors.joining("\n")),
                certificate.count(Outcome.BUSY) == 0
                        ? ""
                        : " Of " + certificate.count(Outcome.BUSY)
                                + " the machine was too busy to tell: they are to be tried again where it has less to do.");
    }

    private static String row(Line line) {
        return "<tr><td><span class=\"badge " + line.outcome() + "\">" + line.outcome() + "</span></td><td>"
                + text(line.title()) + "<br><code>"
                + text(line.id()) + "</code></td><td>" + text(line.expected()) + "</td><td>" + text(line.found())
                + "</td><td>"
                + line.elapsedMs() + "</td></tr>";
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private CertificatePage() {}
}
