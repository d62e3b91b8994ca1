package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TitleExtractTest {
    private final Document extract = TitleExtract.of(
                    new Entry(
                            "VETERAN",
                            Map.of(
                                    "property",
                                    List.of(
                                            right("1", "OWNERSHIP", "FLAT", "1/2"),
                                            right("2", "OWNERSHIP", "COMMERCIAL", "1/1"),
                                            right("2", "MORTGAGE", "COMMERCIAL", "1/1")))),
                    BakuTime.now())
            .document();

    private static Facts.Property right(String number, String right, String kind, String share) {
        return new Facts.Property(number, right, kind, share, "50.00", "Bakı", LocalDate.of(2019, 3, 4));
    }

    @Test
    void neverReducesAShare() {
        assertThat(texts("pay")).startsWith("3/6", "3/3");
    }

    @Test
    void listsTheMortgageOnBusinessPremisesToo() {
        assertThat(texts("reyestrNo")).containsExactly("1", "2", "2");
        assertThat(texts("huquqKodu")).containsExactly("10", "10", "30");
        assertThat(texts("say")).containsExactly("3");
    }

    private List<String> texts(String name) {
        NodeList found = extract.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
