package io.github.camelbitrix24.im.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelbitrix24.im.demo.parity.Parity;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * Says in what a portal differs from what is known of portals: on the one that the environment names, with a user that
 * somebody lends, or else on the emulated one.
 */
public final class ParityCommand {

    static final String USAGE = """
            What there is, as in -Dexec.args="parity --subscribe --chat=chat5"
              --subscribe        may subscribe the user: only then events come
              --chat=chat5       may post, edit and delete messages in this chat, as the user
              --unsubscribe      may unsubscribe the user in the end, which deletes the events that wait
            Without them nothing is changed at the portal. No name, text or secret is printed.""";

    /** Two requests a second are what every portal takes. */
    private static final long PAUSE = 500;
    private static final long USER = 7;

    private ParityCommand() {
    }

    /**
     * Plays what is known and prints a table.
     *
     * @param  arguments what follows the command's name
     * @return           0 if nothing differs, 1 if something does, 2 if the arguments are not understood or nothing can
     *                   be played
     */
    public static int run(List<String> arguments) throws InterruptedException {
        return run(arguments, System.getenv(), PAUSE, System.out, System.err);
    }

    static int run(List<String> arguments, Map<String, String> environment, long pause, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (CommandOptions.areHelp(arguments)) {
            out.println(USAGE);
            return 0;
        }
        Parity.Allowed allowed;
        boolean emulated;
        try {
            Map<String, String> options
                    = CommandOptions.parse(arguments, Set.of("chat"), Set.of("subscribe", "unsubscribe"));
            allowed = new Parity.Allowed(
                    options.containsKey("subscribe"), options.get("chat"), options.containsKey("unsubscribe"));
            emulated = !Portal.isReal(environment, 0, Portal.VARIABLES);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + "\n" + USAGE);
            return 2;
        }
        out.println(allowed.announcement());
        Parity parity;
        try {
            parity = emulated
                    ? ofEmulated(allowed)
                    : Parity.of(environment.get(Portal.VARIABLES.get(0)), environment.get(Portal.VARIABLES.get(1)),
                            environment.get(Portal.VARIABLES.get(2)), allowed, pause);
        } catch (IllegalArgumentException | IOException e) {
            err.println(e.getMessage());
            return 2;
        }
        out.println(parity);
        return parity.hasDifferences() ? 1 : 0;
    }

    private static Parity ofEmulated(Parity.Allowed allowed) throws IOException, InterruptedException {
        try (PortalEmulator portal = PortalEmulator.start()) {
            EmulatedUser user = portal.user(USER).scopes("im", "imbot");
            portal.chat("chat5").members(USER, 12);
            return Parity.of(portal.url(), Long.toString(USER), user.secret(), allowed, 0);
        }
    }
}
