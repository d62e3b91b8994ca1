package az.dost.vahid.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(QuietTest.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void nothing_is_logged_during_a_command_and_all_after_it() throws Exception {
        QuietCommand command = () -> {
            logger.error("during");
            return 0;
        };
        assertThat(command.call()).isZero();
        logger.error("after");
        assertThat(logged.list).extracting(ILoggingEvent::getMessage).containsExactly("after");
    }
}
