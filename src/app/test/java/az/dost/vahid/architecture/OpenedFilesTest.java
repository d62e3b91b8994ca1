package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What reads connectors' folders and agencies' contracts opens them by {@code folder.OthersFiles}, which follows no
 * link (decision 114). A class that touches a path otherwise stands here, with what it does and why it may.
 */
class OpenedFilesTest {
    private static final Pattern READS_OTHERS =
            Pattern.compile("az\\.dost\\.vahid\\.(kit|check|connector|journeys\\.(reload|warm))(\\..*)?");
    private static final Set<String> OPENERS = Set.of(
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.util.Scanner",
            "java.util.zip.ZipFile",
            "java.util.jar.JarFile",
            "org.springframework.core.io.FileSystemResource",
            "org.springframework.core.io.FileUrlResource",
            "org.springframework.core.io.PathResource",
            "org.springframework.core.io.UrlResource",
            "org.springframework.core.io.DefaultResourceLoader");
    private static final Pattern CALLS = Pattern.compile("java\\.nio\\.file\\.Files\\.\\w+"
            + "|java\\.nio\\.channels\\.(Asynchronous)?FileChannel\\.open"
            + "|java\\.nio\\.file\\.spi\\..*"
            + "|java\\.nio\\.file\\.Path\\.toFile"
            + "|java\\.net\\.URL\\.open\\w+"
            + "|org\\.springframework\\.util\\.ResourceUtils\\.\\w+");

    /** By class, what it calls. */
    private static final Map<String, Set<String>> MAY = Map.ofEntries(
            // Its own folder, of a name that nobody knew before.
            Map.entry("kit.GivenFile", Set.of("createTempDirectory", "write")),
            // A contract's files are put together in a folder of our own.
            Map.entry("kit.diff.GatheredContract", Set.of("createTempDirectory", "createDirectories", "write")),
            Map.entry("kit.certify.Stand", Set.of("createTempDirectory")),
            Map.entry("kit.certify.DropStand", Set.of("createTempDirectory", "createDirectories")),
            Map.entry("kit.DropMock", Set.of("createTempDirectory", "createDirectories", "toFile")),
            Map.entry("check.wsdl.ZipSupply", Set.of("createTempFile", "write", "delete", "toFile", "ZipFile")),
            Map.entry("check.rehearse.SealedDrop", Set.of("exists", "deleteIfExists", "write", "move")),
            Map.entry(
                    "connector.VersionArchive",
                    Set.of("exists", "isDirectory", "createTempDirectory", "createDirectories", "writeString", "move")),
            // A folder that was not there before, made under another name.
            Map.entry("kit.NewCommand", Set.of("exists")),
            Map.entry(
                    "kit.NewFolder",
                    Set.of(
                            "exists",
                            "isDirectory",
                            "createDirectories",
                            "createTempDirectory",
                            "open",
                            "move",
                            "list",
                            "deleteIfExists",
                            "toFile")),
            Map.entry("kit.draft.Draft", Set.of("createDirectories", "write", "writeString")),
            // A new file beside the one in whose place it comes: never through what lies there.
            Map.entry("kit.accept.Acceptance", Set.of("deleteIfExists", "writeString", "move")),
            Map.entry("kit.ConfirmCommand", Set.of("deleteIfExists", "writeString", "move")),
            Map.entry("kit.Recording", Set.of("createTempDirectory", "createDirectory", "exists", "writeString")),
            // Where the person who types says.
            Map.entry("kit.CertifyCommand", Set.of("createDirectories", "write", "writeString")),
            Map.entry("kit.service.ServiceImportCommand", Set.of("write", "move", "deleteIfExists")),
            // The operator's own file of rollouts, which a cluster may mount as a link.
            Map.entry(
                    "kit.RolloutCommand",
                    Set.of(
                            "exists",
                            "isDirectory",
                            "readString",
                            "createDirectories",
                            "writeString",
                            "move",
                            "deleteIfExists",
                            "FileSystemResource")),
            // Whether something is there or has changed, and nothing of what it says.
            Map.entry("kit.ConnectorsOption", Set.of("isDirectory")),
            Map.entry("kit.FolderWatch", Set.of("isDirectory", "walk")),
            Map.entry("journeys.reload.ConnectorReload", Set.of("readAttributes")));

    @Test
    void others_files_are_opened_by_their_reader_alone() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass type : Project.classes()) {
            if (READS_OTHERS.matcher(type.getPackageName()).matches()) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String opened = opened(access);
                    if (opened != null) {
                        found.computeIfAbsent(
                                        type.getName()
                                                .replaceFirst("^az\\.dost\\.vahid\\.", "")
                                                .replaceFirst("\\$.*", ""),
                                        any -> new TreeSet<>())
                                .add(opened);
                    }
                }
            }
        }
        assertThat(found)
                .as("what is opened by a path, and not by folder.OthersFiles; each exception is exact")
                .isEqualTo(new TreeMap<>(MAY));
    }

    /** Null for what opens no path. */
    private static String opened(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (CALLS.matcher(owner.getName() + "." + name).matches()) {
            return name;
        }
        return name.equals("<init>") && OPENERS.contains(owner.getName()) ? owner.getSimpleName() : null;
    }
}
