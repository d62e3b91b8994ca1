package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples have two of what repeats; the check tries the mapping with one. */
class LoneEntryCheckTest {
    private static final String LIST =
            "def list(one-or-more)\n  if (is-array($one-or-more)) $one-or-more else if ($one-or-more) [$one-or-more] else []\n";
    private static final String VEHICLES =
            "{\"subject\": .fin, \"facts\": {\"vehicles\": [for (%s) {\"plate\": .plate}]}}";
    private static final String CARS = "<car><plate>10AA001</plate></car><car><plate>10AA002</plate></car>";

    @TempDir
    private Path connectors;

    private List<String> warnings(String mapping, String content) throws IOException {
        Path folder = CarsFolder.write(connectors, mapping, content);
        Remarks remarks = new Remarks();
        new LoneEntryCheck().check(Kit.check().read(folder), remarks);
        return remarks.sorted().stream().map(Remark::toString).toList();
    }

    @Test
    void a_mapping_that_takes_what_repeats_for_a_list_is_warned_of() throws IOException {
        assertThat(warnings(VEHICLES.formatted(".car"), CARS))
                .singleElement()
                .asString()
                .contains(
                        "mapping.jslt",
                        "with one /car in place of several the mapping gives vehicles",
                        "def list(one-or-more)");
    }

    @Test
    void one_that_makes_a_list_of_one_alone_is_not() throws IOException {
        assertThat(warnings(LIST + VEHICLES.formatted("list(.car)"), CARS)).isEmpty();
    }

    @Test
    void nor_is_one_whose_subject_stands_in_the_list_when_it_says_that_nobody_is_there() throws IOException {
        String subject = "{\"subject\": %s, \"nobody\": %s}";
        String cars = "<car><owner>5AB1CD2</owner></car><car><owner>5AB1CD2</owner></car>";
        assertThat(warnings(LIST + subject.formatted("list(.car)[0].owner", "if (not(.car)) true"), cars))
                .isEmpty();
        assertThat(warnings(subject.formatted(".car[0].owner", "if (not(.car)) true"), cars))
                .singleElement()
                .asString()
                .contains("gives no subject");
    }

    @Test
    void a_list_within_a_list_is_tried_too() throws IOException {
        String lots =
                "<lot>" + CARS + "</lot><lot><car><plate>10AA003</plate></car><car><plate>10AA004</plate></car></lot>";
        assertThat(warnings(LIST + VEHICLES.formatted("flatten([for (list(.lot)) [for (.car) .]])"), lots))
                .singleElement()
                .asString()
                .contains("/lot/car");
    }

    @Test
    void what_does_not_repeat_is_not_tried() throws IOException {
        assertThat(warnings(VEHICLES.formatted("[.car]"), "<car><plate>10AA001</plate></car>"))
                .isEmpty();
    }

    @Test
    void no_connector_of_ours_stumbles_over_one_alone() throws IOException {
        Remarks remarks = new Remarks();
        for (Path folder : ConnectorCheck.folders(Path.of("connectors"))) {
            new LoneEntryCheck().check(Kit.check().read(folder), remarks);
        }
        assertThat(remarks.sorted()).isEmpty();
    }
}
