package az.dost.vahid.kit.draft;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By whatever word of their languages registers call a login, nobody is asked about by it. */
class ForeignLoginTest {
    @TempDir
    private Path desk;

    @ParameterizedTest
    @CsvSource({
        "kayttajatunnus, salasana, henkilotunnus",
        "Gebruikersnaam, Wachtwoord, Burgerservicenr",
        "nomeDeUsuario, senha, nuCpf",
        "kasutajatunnus, parool, isikukood",
        "nombreDeUsuario, contrasena, nuDni",
    })
    void the_citizen_is_asked_about_by_his_own_number_and_not_by_the_login(String user, String password, String number)
            throws IOException {
        Path contract = Files.writeString(desk.resolve("register.yaml"), """
                openapi: 3.0.3
                info: {title: Register, version: '1'}
                paths:
                  /find:
                    post:
                      requestBody: {content: {application/json: {schema: {type: object, properties: {%1$s: {type: string}, %2$s: {type: string}, %3$s: {type: string}}}}}}
                      responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {%3$s: {type: string}, note: {type: string}}}}}}}
                """.formatted(user, password, number));
        Draft draft = new Draft("register", contract, null, false, Kit.facts());
        assertThat(draft.guesses())
                .filteredOn(guess -> guess.is().equals("fin"))
                .singleElement()
                .satisfies(guess -> assertThat(guess.place()).isEqualTo("request/" + number))
                .satisfies(guess -> assertThat(guess.known()).as(guess.why()).isTrue());
        assertThat(draft.notes()).anyMatch(note -> note.contains("the question seems to hold a login"));
    }
}
