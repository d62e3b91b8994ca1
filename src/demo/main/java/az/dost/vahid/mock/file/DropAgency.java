package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Population;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An agency that answers with files. */
interface DropAgency {
    /** Stands in every row of a bad file, so that a reader who took it is found out. */
    String MARK = "SAXTA";

    String id();

    /** Folder below {@code vahid.mocks.drops}, which says how the files travel: {@code sftp} or {@code local}. */
    default String channel() {
        return "sftp";
    }

    default Packing seal() {
        return new CmsSeal();
    }

    /** Key of its signatures, RSA or EC. */
    default String algorithm() {
        return "EC";
    }

    /** Every file that the agency should have left by the morning of a day in Azerbaijan, oldest first. */
    List<Drop> due(LocalDate today);

    /** A file of rows as good as any other by its form. */
    Drop file(LocalDate day, int sequence, Supplier<Stream<Entry>> rows);

    /** The facts with {@link #MARK} in a value that reaches the dossier. */
    Map<String, Object> falsified(Map<String, Object> truth);

    /** What makes a file longer than {@code maxFileBytes} when it is repeated; of no meaning to a reader. */
    default byte[] filler() {
        return "\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    }

    /** Everybody on whom the agency holds a record, computed as they are asked for. */
    static Stream<Entry> members(String agency, Population population) {
        return population.members(agency).mapToObj(n -> new Entry(population.fin(n), population.facts(agency, n)));
    }

    /** The connector's {@code maxFileBytes}. */
    default long maxFileBytes() {
        return 64L << 20;
    }
}
