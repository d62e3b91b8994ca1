package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MilitarySheetTest {
    private static final Facts.Names NAMES = new Facts.Names("Çingiz", "Cəfərov", "İsmayıl");

    @ParameterizedTest
    @CsvSource({"2001-07-31, K, Ҹәфәров, Хәтаи", "2001-08-01, L, Cəfərov, Xətai"})
    void aSheetKeepsTheAlphabetOfTheDayOnWhichItWasOpened(
            LocalDate opened, String alphabet, String surname, String office) {
        Element sheet = sheet(Map.of(
                "identity",
                NAMES,
                "conscription",
                new Facts.Conscription("SERVED", "Yararlı", "Xətai", opened),
                "veteranStatus",
                new Facts.VeteranStatus("WAR_VETERAN", "1", LocalDate.of(2021, 1, 1))));
        assertThat(sheet.getAttribute("elifba")).isEqualTo(alphabet);
        assertThat(SoapInquiry.text(sheet, "soyad")).isEqualTo(surname);
        assertThat(SoapInquiry.text(sheet, "komissarliq")).isEqualTo(office);
    }

    @Test
    void aSheetWithoutADayIsInLatin() {
        Element sheet = sheet(Map.of("identity", NAMES, "martyrStatus", new Facts.MartyrRelation("W1D0W01", "CHILD")));
        assertThat(sheet.getAttribute("elifba")).isEqualTo("L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz", "Bakı, 28 May küçəsi"})
    void everyLetterComesBackFromTheOldAlphabet(String latin) {
        assertThat(Mapping.compile("latin(.)")
                        .apply(TextNode.valueOf(MilitarySheet.OldScript.write(latin)))
                        .textValue())
                .isEqualTo(latin);
    }

    private static Element sheet(Map<String, Object> facts) {
        Document reply =
                MilitarySheet.of(new Entry("VETERAN", facts), BakuTime.now()).document();
        return (Element) reply.getElementsByTagNameNS("*", "sexsiVereqe").item(0);
    }
}
