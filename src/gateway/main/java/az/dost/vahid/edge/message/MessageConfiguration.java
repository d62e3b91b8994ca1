package az.dost.vahid.edge.message;

import az.dost.vahid.proof.record.body.Bodies;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    SealedLetters sealedLetters(Bodies bodies) {
        return new SealedLetters(bodies);
    }

    @Bean
    MessageDoor messageDoor(
            SealedLetters letters,
            @Value("${vahid.jms.max-deliveries}") int maxDeliveries,
            @Value("${vahid.jms.most-bytes}") int mostBytes,
            @Value("${vahid.bulk.message-bytes}") int fileBytes) {
        return new MessageDoor(letters, maxDeliveries, mostBytes, fileBytes);
    }

    @Bean
    MessageReply messageReply() {
        return new MessageReply();
    }

    @Bean
    Parking parking(
            SealedLetters letters, MeterRegistry meters, @Value("${vahid.jms.max-deliveries}") int maxDeliveries) {
        return new Parking(letters, meters, maxDeliveries);
    }
}
