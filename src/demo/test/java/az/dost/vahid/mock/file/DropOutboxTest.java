package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency leaves each drop once, whatever becomes of it. */
class DropOutboxTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    Path folder;

    private final DropAgency agency = new InsuranceDrops(new ComputedPopulation(1_000));
    private DropOutbox outbox;
    private Credential signer;

    @BeforeEach
    void open() throws Exception {
        signer = new DemoKeys(folder.resolve("keys"), new Faults()).agency(agency.id(), agency.algorithm());
        outbox = new DropOutbox(folder, agency);
        outbox.open(1_000);
        leave(TODAY);
    }

    @Test
    void whatTheGatewayTookAwayDoesNotComeBack() throws Exception {
        Path taken = folder.resolve("sftp/state-insurance/DSS20261124001.TXT");
        Files.delete(taken);
        assertThat(leave(TODAY)).isZero();
        assertThat(taken).doesNotExist();
    }

    @Test
    void aNewDayBringsOneFileMore() throws Exception {
        assertThat(leave(TODAY.plusDays(1))).isEqualTo(1);
        assertThat(folder.resolve("sftp/state-insurance/DSS20261125001.TXT")).exists();
    }

    @Test
    void anotherPopulationStartsAnew() throws Exception {
        outbox.open(2_000);
        assertThat(folder.resolve("sftp/state-insurance")).isEmptyDirectory();
        assertThat(leave(TODAY)).isEqualTo(2);
    }

    private int leave(LocalDate today) throws Exception {
        List<Drop> due =
                agency.due(today).stream().filter(drop -> !outbox.left(drop)).toList();
        for (Drop drop : due) {
            outbox.leave(drop, signer);
        }
        return due.size();
    }
}
