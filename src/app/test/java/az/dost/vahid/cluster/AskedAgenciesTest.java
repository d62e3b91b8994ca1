package az.dost.vahid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedAgenciesTest {
    @Test
    void the_fastest_ten_seconds_in_a_row_count() throws Exception {
        assertThat(AskedAgencies.most(
                        RunningCluster.JSON.readTree("{\"100\": 5, \"105\": 3, \"109\": 2, \"110\": 4, \"130\": 1}")))
                .isEqualTo(10);
    }
}
