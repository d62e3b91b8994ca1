package az.dost.vahid.edge.door;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans(FrontDoor.class)
class DoorConfiguration {}
