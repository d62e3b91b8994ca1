package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.problem.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartFaultTest {
    private static Throwable withSettings(String location) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--spring.config.additional-location=" + location));
        return catchThrowable(() -> ConfigDataEnvironmentPostProcessor.applyTo(environment));
    }

    @Test
    void what_was_said_for_the_one_who_starts_it_is_told_however_deep_it_lies() {
        assertThat(StartFault.of(new BeanCreationException(
                        "bean", new IllegalStateException("inside", new StartException("Set it")))))
                .isEqualTo("Set it");
    }

    @Test
    void what_the_gateways_own_classes_say_is_told_before_their_cause() {
        assertThat(StartFault.of(new BeanCreationException(
                        "bean",
                        new IllegalStateException("The key store cannot be opened", new SecurityException("padding")))))
                .isEqualTo("The key store cannot be opened");
    }

    @Test
    void a_file_of_settings_that_is_not_there_is_named() {
        assertThat(StartFault.of(withSettings("file:/nowhere/vahid.yaml")))
                .startsWith("A file of settings is not there: ")
                .contains("/nowhere/vahid.yaml")
                .doesNotContain("\n");
    }

    @Test
    void a_file_that_is_no_yaml_is_told_by_line_and_column_without_what_stands_there(@TempDir Path folder)
            throws Exception {
        Path file =
                Files.writeString(folder.resolve("vahid.yaml"), "vahid:\n  keys-password: Hidden-9471\n\tdata: x\n");
        assertThat(StartFault.of(withSettings("file:" + file)))
                .startsWith("A file of settings is no YAML: ")
                .contains("line 3")
                .doesNotContain("Hidden-9471", "\n");
    }

    @Test
    void what_nobody_foresaw_is_told_by_its_root_in_one_line() {
        Throwable strange = new BeanCreationException("bean", catchThrowable(() -> Integer.parseInt("x\ny")));
        assertThat(StartFault.of(strange))
                .startsWith("NumberFormatException: ")
                .contains("-Dvahid.start.trace=true")
                .doesNotContain("\n");
    }
}
