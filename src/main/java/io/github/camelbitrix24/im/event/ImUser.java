package io.github.camelbitrix24.im.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A person, bot or external customer as recorded with the event. (Bitrix24 REST: chat bots, entities)
 */
public final class ImUser extends JsonView {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ImUser(JsonNode node) {
        super(node);
    }

    /**
     * The user's id on the portal.
     */
    public Long getId() {
        return numberAt("id");
    }

    /**
     * First and last name as the portal shows them.
     */
    public String getName() {
        return textAt("name");
    }

    public String getFirstName() {
        return textAt("firstName");
    }

    public String getLastName() {
        return textAt("lastName");
    }

    public String getWorkPosition() {
        return textAt("workPosition");
    }

    public String getEmail() {
        return textAt("email");
    }

    /**
     * Whether the account is not dismissed.
     */
    public boolean isActive() {
        return flagAt("active");
    }

    /**
     * Whether it is a chat bot.
     */
    public boolean isBot() {
        return flagAt("bot");
    }

    /**
     * Whether this is a customer writing through an open line; more reliable than {@link #getType()}.
     */
    public boolean isConnector() {
        return flagAt("connector");
    }

    /**
     * Whether the person is from outside the company.
     */
    public boolean isExtranet() {
        return flagAt("extranet");
    }

    /**
     * E.g. {@code user}, {@code bot}, {@code extranet}; an open set.
     */
    public String getType() {
        return textAt("type");
    }

    /**
     * Where the account comes from, e.g. {@code default}, {@code bot}, {@code imconnector}; an open set.
     */
    public String getExternalAuthId() {
        return textAt("externalAuthId");
    }

    /**
     * {@code M}, {@code F}, or empty.
     */
    public String getGender() {
        return textAt("gender");
    }

    /**
     * Day and month as {@code dd-mm}, or empty.
     */
    public String getBirthday() {
        return textAt("birthday");
    }

    /**
     * An absolute URL, or empty.
     */
    public String getAvatar() {
        return textAt("avatar");
    }

    /**
     * The ids of the person's departments; empty if there are none.
     */
    public List<Long> getDepartments() {
        return asNumbers(nodeAt("departments"));
    }

    /**
     * Phone numbers by the portal's names, e.g. {@code work_phone}; empty if there are none (the portal writes
     * {@code false}).
     */
    public Map<String, Object> getPhones() {
        return asMap(nodeAt("phones"));
    }

    /**
     * Until when the person is away, or {@code null} (the portal writes {@code false}).
     */
    public OffsetDateTime getAbsentUntil() {
        return dateAt("absent");
    }
}
