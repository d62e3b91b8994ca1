package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The systemd unit, as systemd itself judges it. */
class ServiceUnitTest {
    private static final Path UNIT =
            PackageFiles.FOLDER.resolve("systemd/vahid.service").toAbsolutePath();
    /** Of ten, 0 is the least exposed. In tenths. */
    private static final String MOST_EXPOSED = "12";

    @TempDir
    Path folder;

    @Test
    void it_is_a_unit_without_a_mistake() throws Exception {
        OutsideTool systemd = new OutsideTool("systemd-analyze", folder);
        Path java = Files.createDirectories(folder.resolve("root/opt/jre/bin")).resolve("java");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path units = Files.createDirectories(folder.resolve("root/etc/systemd/system"));
        Files.copy(UNIT, units.resolve("vahid.service"));
        boolean accepted = systemd.accepts(
                "verify", "--root=" + folder.resolve("root"), "--recursive-errors=no", "--man=no", "vahid.service");
        assertThat(systemd.output()).isEmpty();
        assertThat(accepted).isTrue();
    }

    @Test
    void little_of_the_machine_is_exposed_to_it() throws Exception {
        OutsideTool systemd = new OutsideTool("systemd-analyze", folder);
        boolean accepted = systemd.accepts(
                "security", "--offline=true", "--no-pager", "--threshold=" + MOST_EXPOSED, UNIT.toString());
        assertThat(accepted).as(systemd.output()).isTrue();
    }
}
