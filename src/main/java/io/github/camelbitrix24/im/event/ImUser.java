package io.github.camelbitrix24.im.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A person, bot or external customer as recorded with the event. (Bitrix24 REST: chat bots, entities)
 */
public final class ImUser extends JsonView {

    ImUser(JsonNode node) {
        super(node);
    }

    public Long getId() {
        return number("id");
    }

    public String getName() {
        return text("name");
    }

    public String getFirstName() {
        return text("firstName");
    }

    public String getLastName() {
        return text("lastName");
    }

    public String getWorkPosition() {
        return text("workPosition");
    }

    public String getEmail() {
        return text("email");
    }

    public boolean isActive() {
        return flag("active");
    }

    public boolean isBot() {
        return flag("bot");
    }

    /**
     * Whether this is a customer writing through an open line; more reliable than {@link #getType()}.
     */
    public boolean isConnector() {
        return flag("connector");
    }

    public boolean isExtranet() {
        return flag("extranet");
    }

    /**
     * E.g. {@code user}, {@code bot}, {@code extranet}; an open set.
     */
    public String getType() {
        return text("type");
    }

    public String getExternalAuthId() {
        return text("externalAuthId");
    }

    /**
     * {@code M}, {@code F}, or empty.
     */
    public String getGender() {
        return text("gender");
    }

    /**
     * Day and month as {@code dd-mm}, or empty.
     */
    public String getBirthday() {
        return text("birthday");
    }

    /**
     * An absolute URL, or empty.
     */
    public String getAvatar() {
        return text("avatar");
    }

    public List<Long> getDepartments() {
        return numbers(node("departments"));
    }

    /**
     * Phone numbers by the portal's names, e.g. {@code work_phone}; empty if there are none (the portal writes
     * {@code false}).
     */
    public Map<String, Object> getPhones() {
        return map(node("phones"));
    }

    /**
     * Until when the person is away, or {@code null} (the portal writes {@code false}).
     */
    public OffsetDateTime getAbsentUntil() {
        return date("absent");
    }
}
