package az.dost.vahid.edge.message;

import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
@Beans({SealedLetters.class, MessageReply.class})
class MessageConfiguration {
    @Bean
    MessageDoor messageDoor(
            SealedLetters letters, MessageSettings settings, @Value("${vahid.bulk.message-bytes}") int fileBytes) {
        return new MessageDoor(letters, settings.maxDeliveries(), settings.mostBytes(), fileBytes);
    }

    @Bean
    Parking parking(SealedLetters letters, MeterRegistry meters, MessageSettings settings) {
        return new Parking(letters, meters, settings.maxDeliveries());
    }
}
