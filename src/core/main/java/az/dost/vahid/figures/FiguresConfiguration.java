package az.dost.vahid.figures;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    @Bean
    Figures figures(DataSource database, List<Figure> figures, MeterRegistry meters) {
        return new Figures(database, figures, meters);
    }
}
