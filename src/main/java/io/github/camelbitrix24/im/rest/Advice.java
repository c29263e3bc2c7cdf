package io.github.camelbitrix24.im.rest;

import java.util.Locale;
import java.util.Map;

import static java.util.Map.entry;

/**
 * What a person can do about a failure of the portal.
 */
final class Advice {

    static final String PROXY = "The proxy on the way wants credentials: set proxyAuthUsername and proxyAuthPassword of Camel's"
                                + " components http and https.";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            entry("operation_time_limit",
                    "The method has used up its operating time for these credentials; part of it is free again within ten minutes."),
            entry("overload_limit", "The portal's vendor has blocked REST calls because of overload."),
            entry("portal_deleted", "The portal was deleted, or is closed for maintenance."),
            entry("method_confirm_waiting", "An administrator of the portal must confirm this call."),
            entry("connection_error", "The portal cannot reach its authorisation server; the credentials may be good."),
            entry("expired_token", "The access token has expired."),
            entry("invalid_token", "The access token is not of this portal, or the application is not installed there."),
            entry("no_auth_found",
                    "Check userId and secret of the webhook, or the tokens of the application, and that portalUrl is the portal's own address."),
            entry("invalid_credentials", "Check the options userId and secret: the webhook may have been deleted or disabled."),
            entry("authorization_error", "The user of these credentials may be dismissed or inactive."),
            entry("application_not_found", "The application is not installed at the portal any more, or is not active."),
            entry("not_installed", "The application is not installed at the portal."),
            entry("invalid_client", "Check the options clientId and clientSecret, and that the application is installed."),
            entry("wrong_client", "Check the options clientId and clientSecret."),
            entry("invalid_grant",
                    "The refresh token is used, expired or of another application: authorise the application anew."),
            entry("invalid_request", "The portal takes webhooks over https only: set portalUrl to its https address."),
            entry("user_access_error", "An administrator of the portal must allow the user to use the application."),
            entry("wrong_license", "The portal's plan does not include this."),
            entry("payment_required", "The application or the portal's plan must be paid for."),
            entry("wrong_auth_type", "The method does not take this kind of credentials."),
            entry("method_confirm_denied", "An administrator of the portal has refused this call."),
            entry("canceled", "The user of these credentials may not do this in this chat: see who may write there."),
            entry("error_no_access", "The user of these credentials has no access to this dialog."),
            entry("cant_edit_message",
                    "The message is not there any more, is another user's, or is too old to be changed."),
            entry("bot_ownership_error",
                    "The bot belongs to another application or token: set the option token to the bot's own, or the option bot to"
                                         + " another code."),
            entry("bot_code_already_taken",
                    "Another application or token has a bot with this code: set the option bot to another code, or the option"
                                            + " token to the token of that bot."),
            entry("bot_limit_exceeded", "The application or token has as many bots as the portal allows."),
            entry("bot_not_found", "The portal has no such bot: check the option bot."),
            entry("bot_token_not_specified", "Set the option token to the bot's token."),
            entry("bot_token_invalid_length", "Set the option token to a text of at most 40 characters."),
            entry("bot_invalid_type", "Set the option botType to bot, personal, supervisor, openline or network."),
            entry("user_not_subscribed",
                    "Nobody has subscribed the user: leave autoSubscribe=false out, or userEvents."),
            entry("scope_error", "Give the webhook or application the scope 'im', too, which the option userEvents needs."),
            entry("access_error", "The user of these credentials may not do this in this dialog: see who may write there."),
            entry("file_empty",
                    "The portal takes no empty file this way. As a user whose webhook or application has the scope 'disk', files are"
                                + " sent another way."),
            entry("file_too_large", "The portal takes files up to 100 MB this way: send a smaller one, or a link to it."),
            entry("file_invalid_content",
                    "The content did not arrive as it was sent: something on the way to the portal may have changed the request."),
            entry("file_folder_error", "The portal has no folder for the files of this dialog: see whether its disk works."),
            entry("file_upload_failed",
                    "The portal could not keep the file: see whether the disk of the portal is full, and whether files of this name"
                                        + " are allowed."),
            entry("file_send_failed",
                    "The file is in the folder of the dialog, but its message was refused: see whether the user or bot may write"
                                      + " there."),
            entry("error_could_not_save_file",
                    "The portal could not keep the file: see whether the disk of the portal is full, whether the file is empty, and"
                                               + " whether files of this name are allowed."),
            entry("disk_obj_22000", "There is a file of this name already."),
            entry("files_error", "The portal does not find the file that was uploaded, or takes none of it into this dialog."),
            entry("save_error", "The portal has the file, but did not post the message: see whether the user may write there."),
            entry("file_not_found", "The portal has no such file, or it was deleted: check the header CamelBitrix24ImFileId."),
            entry("file_access_error",
                    "The user of these credentials, or the bot, may not read this file: it must be in the chat that shows the file."),
            entry("disk_not_installed", "The portal has no module disk, without which it keeps no files."),
            entry("reply_access_error", "The user of these credentials has no access to the message that is replied to."));

    private Advice() {
    }

    /**
     * @param code the portal's error code, empty if that is what it sent, {@code null} if there was none
     */
    static String of(FailureKind kind, String method, String code, int status) {
        if (code == null) {
            return withoutCode(kind, status);
        }
        String known = code.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "access_denied" -> status == 401
                    ? "The portal's plan does not include REST, or has ended."
                    : "The portal's plan or an access right does not allow this call.";
            case "insufficient_scope" -> missingScope(method);
            case "error_method_not_found", "22002" -> unknownMethod(method);
            // some portals leave the beginning out
            default -> BY_CODE.getOrDefault(known, BY_CODE.getOrDefault("file_" + known, of(kind)));
        };
    }

    private static String missingScope(String method) {
        return MethodFamily.of(method)
                .map(family -> "Give the webhook or application the scope '" + family.scope() + "'"
                               + (family.scope().equals("imbot") ? ", which the option bot needs." : "."))
                .orElse("Give the webhook or application the scope that " + method + " needs: its documentation names it.");
    }

    private static String unknownMethod(String method) {
        MethodFamily family = MethodFamily.of(method).filter(known -> known.needs() != null).orElse(null);
        if (family == null) {
            return "The portal does not know " + method + ": check how it is spelled, that the portal has the module it"
                   + " belongs to in a release that knows it, and that the credentials have its scope.";
        }
        return family.isSpelledIn(method)
                ? "The portal does not know this method: " + family.needs() + "."
                : "Write " + family.prefix() + " as it is documented: the portal tells capital letters from small ones.";
    }

    private static String withoutCode(FailureKind kind, int status) {
        if (status >= 300 && status < 400) {
            return "The portal's licence may have ended, or it has moved: open it in a browser, and check the option portalUrl.";
        }
        return switch (status) {
            case 403 -> "A firewall or a filter in front of the portal may refuse this machine.";
            case 404 -> "This is not the address of a Bitrix24 REST server: check the option portalUrl.";
            default -> of(kind);
        };
    }

    private static String of(FailureKind kind) {
        return switch (kind) {
            case THROTTLED -> "Other applications on this machine may be using up the portal's request budget.";
            case BLOCKED -> "The portal refuses calls for a while.";
            case NOT_AUTHORISED -> "Check the credentials.";
            case NOT_PERMITTED -> "Check what the credentials and the portal's plan allow.";
            case BAD_REQUEST -> "Check the method and its parameters.";
            case UNAVAILABLE -> "The portal cannot be reached or is failing.";
            case MALFORMED ->
                "The answer is not one of a Bitrix24 REST server: the portal may be failing, or something on the way"
                              + " to it may have changed the answer.";
        };
    }
}
