package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bots of the portal, of which no two have the same code. */
final class Bots {

    private static final long FIRST_ID = 5001;

    private final PortalState portal;
    private final Map<Long, EmulatedBot> bots = new TreeMap<>();
    private long lastCommandId = 30;

    Bots(PortalState portal) {
        this.portal = portal;
    }

    Optional<EmulatedBot> find(long id) {
        return Optional.ofNullable(bots.get(id));
    }

    Optional<EmulatedBot> find(String code) {
        return bots.values().stream().filter(bot -> bot.code().equals(code)).findFirst();
    }

    List<EmulatedBot> all() {
        return List.copyOf(bots.values());
    }

    List<EmulatedBot> of(String appId) {
        return bots.values().stream().filter(bot -> bot.appId.equals(appId)).toList();
    }

    EmulatedBot register(String code, String appId, BotProfile profile) {
        long id = FIRST_ID;
        while (portal.directory.find(id).isPresent()) {
            id++;
        }
        EmulatedBot bot = new EmulatedBot(portal, portal.directory.user(id), code, appId, profile);
        bots.put(id, bot);
        return bot;
    }

    /** Its user is gone as one who is dismissed is, its commands and its events without a trace. */
    void unregister(EmulatedBot bot) {
        bots.remove(bot.id);
        bot.registered = false;
        bot.user.active = false;
        bot.commands.clear();
        portal.log.purge(bot.id);
    }

    long nextCommandId() {
        return ++lastCommandId;
    }
}
