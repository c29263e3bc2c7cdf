package io.github.camelbitrix24.im;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that a step of a route names itself as an option, or a message in a header, or the component as a default.
 * Where step and message differ, one of them would lose silently: it is said once.
 */
final class StepOption {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImProducer.class);

    private final AtomicBoolean said = new AtomicBoolean();
    private final String name;
    private final String header;
    private final boolean overHeader;
    private String inherited;
    private boolean named;

    private StepOption(String name, String header, boolean overHeader) {
        this.name = name;
        this.header = header;
        this.overHeader = overHeader;
    }

    /** The step wins: a header that every event brings along is there whether the route means it or not. */
    static StepOption overHeader(String name, String header) {
        return new StepOption(name, header, true);
    }

    /** The header wins: it is there only because the route has set it. */
    static StepOption underHeader(String name, String header) {
        return new StepOption(name, header, false);
    }

    /**
     * @param  own       what the endpoint's own options say, or {@code null}
     * @param  inherited the component's default, or {@code null}
     * @return           the value of the endpoint
     */
    String begin(String own, String inherited) {
        this.named = own != null;
        this.inherited = inherited;
        return named ? own : inherited;
    }

    /**
     * What applies to a message.
     *
     * @param  option the value of the endpoint
     * @return        {@code null} if nobody names one
     */
    String of(Message message, String option, BooleanSupplier mayTalk) {
        String brought = message.getHeader(header, String.class);
        boolean own = option != null && !option.isBlank() && (named || !option.equals(inherited));
        if (brought == null || !own) {
            return brought != null ? brought : option;
        }
        if (!brought.equals(option) && said.compareAndSet(false, true) && mayTalk.getAsBoolean()) {
            LOG.info("A step of the route {} names the option {}, and its message has another value in the header {}. The {}"
                     + " applies. To use the other one, {}. This is said once for each endpoint.",
                    ExchangeHelper.getAtRouteId(message.getExchange()), name, header, overHeader ? "option" : "header",
                    overHeader ? "leave the option out of the step" : "remove the header in a step before");
        }
        return overHeader ? option : brought;
    }
}
