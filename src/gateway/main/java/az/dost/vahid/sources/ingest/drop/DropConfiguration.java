package az.dost.vahid.sources.ingest.drop;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans(Backlog.class)
class DropConfiguration {}
