package az.dost.vahid.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown: what it says outside its blocks, where its links lead, and the anchors of its headings as GitHub
 * makes them.
 */
final class Document {
    /** Not part of the tree: made by builds and runs. */
    private static final Set<String> MADE = Set.of("target", "data", ".git", "node_modules");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)(```|~~~).*?^ *\\2 *$");
    private static final Pattern CODE = Pattern.compile("(`+)(?s:.+?)\\1");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)|(?m:^ *\\[[^\\]]+\\]: +<?([^\\s>]+))");
    static final Pattern NAMED = Pattern.compile("\\[`([^`\\]]+)`]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern SHOWN = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    final Path file;
    final String text;
    /** Without blocks of commands and output. */
    private final String prose;

    Document(Path file) {
        this.file = file;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        prose = BLOCK.matcher(text).replaceAll("");
    }

    /** Every page of the tree. */
    static List<Document> all() {
        return files(Path.of("")).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .map(Document::new)
                .toList();
    }

    /** Files below a folder, without what builds and runs make. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    return entered.getFileName() != null
                                    && MADE.contains(entered.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** Targets of links and pictures, those of the network left out. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose).replaceAll(""))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** Links that show a name as code: the name, and the target. */
    Stream<MatchResult> named() {
        return NAMED.matcher(prose).results().filter(link -> !link.group(2).matches("[a-z]+:.*"));
    }

    /** @param link of this page, without an anchor; blank for the page itself */
    Path target(String link) {
        return link.isEmpty() ? file : file.resolveSibling(link).normalize();
    }

    /** What stands as code within the sentences. */
    Stream<String> code() {
        return CODE.matcher(prose)
                .results()
                .map(code -> code.group().replace("`", "").strip());
    }

    /**
     * The anchors of the headings: lower case, without punctuation, hyphens for spaces, numbered where one stands
     * twice.
     */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (MatchResult heading : HEADING.matcher(prose).results().toList()) {
            String slug = SHOWN.matcher(heading.group(1))
                    .replaceAll("$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
        }
        return anchors;
    }

    /** As {@code wc -w} counts. */
    int words() {
        return text.strip().split("\\s+").length;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
