/** Life events: taken, kept, and delivered to each subscriber in order, however long he is away. */
package az.dost.vahid.journeys.event;
