package az.dost.vahid.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret has no place in a connector's folder: the descriptor names it, the settings hold it. */
final class SecretCheck implements FolderCheck {
    private static final String ADVICE =
            ": keep it in the setting vahid.secrets.<name>, and only its name in auth.secret";
    /** By whoever made the connector, whatever refers to it. */
    private static final Pattern WRITTEN =
            Pattern.compile("samples[/\\\\].*|connector\\.yaml|leaves\\.yaml|(?:mapping|request|header)\\..*");

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile(
                    "(?i)\\b(?:pass(?:word|wd)|client[_-]?secret|api[_-]?key|access[_-]?token|private[_-]?key)\\b[\"']?\\s*[:=]\\s*[\"']?(?![\"'{])\\S{4,}"),
            // What a draft has in its place is none.
            Pattern.compile(
                    "(?i)<(?:\\w+:)?(?:password|passwd|apikey|token|secret|sifre|parol)\\b[^>]*>(?!text<)[^<{\\s][^<]{2,}<"),
            Pattern.compile("(?i)\\b(?:Bearer|Basic) [A-Za-z0-9+/_.=-]{12,}"),
            Pattern.compile("[a-z][a-z0-9+]*://[^/\\s:@\"']+:[^/\\s@\"']+@"),
            // A name of a secret is words; long runs of letters mixed with digits are the secret itself.
            Pattern.compile("(?m)^\\s*secret:\\s*[\"']?(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{16,}[\"']?\\s*$"));

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Set<Path> agencys = null;
        for (Path file : folder.own()) {
            List<TextPlace> places =
                    file.getFileName().toString().startsWith("contract.") ? List.of() : secrets(folder.text(file));
            if (places.isEmpty()) {
                continue;
            }
            // A contract describes passwords; it holds none of the gateway's. What it refers to is looked for only
            // where something is found.
            agencys = agencys == null ? ContractCheck.files(folder) : agencys;
            if (WRITTEN.matcher(folder.path().relativize(file).toString()).matches()
                    || !agencys.contains(file.normalize())) {
                places.forEach(place -> remarks.error(
                        folder.name(file), place.line(), place.column(), "a secret is written here" + ADVICE));
            }
        }
    }

    private static List<TextPlace> secrets(String text) {
        List<TextPlace> places = new ArrayList<>();
        for (Pattern pattern : SECRETS) {
            Matcher secret = pattern.matcher(text);
            while (secret.find()) {
                places.add(TextPlace.of(
                        text,
                        secret.start()
                                + secret.group().length()
                                - secret.group().stripLeading().length()));
            }
        }
        return places;
    }
}
