package az.dost.vahid.proof.protection;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {
    @Bean
    ProtectedPersons protectedPersons(@Value("${vahid.protected-persons}") Resource file, Troubles troubles) {
        return new ProtectedPersons(
                new ProtectionFile(file, DefinitionReader.of("protected-persons")), troubles, Clock.systemUTC());
    }
}
