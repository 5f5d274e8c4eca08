package dev.streakline.cli.format.youtube;

import dev.streakline.cli.format.line.Line;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One activity of an account on a service of Google, as Takeout has it in JSON or HTML.
 *
 * @param line as in the file
 * @param products that it belongs to, such as {@code YouTube}
 * @param title what was done to what, in the language of the account: {@code Watched Eggs}
 * @param link of what it was done to; empty where there is none
 * @param subtitleLinks the links below, such as that of the video's channel
 * @param details notes, such as {@code From Google Ads}
 * @param time RFC 3339; empty where there is none
 */
public record YouTubeEntry(
        Line.Text line,
        List<String> products,
        String title,
        String link,
        List<String> subtitleLinks,
        List<String> details,
        String time) {
    private static final String HOST = "https?://(?:(?:www|m|music)\\.)?youtube\\.com/";
    private static final Pattern VIDEO = Pattern.compile("(?:" + HOST
            + "(?:watch\\?(?:[^#]*&)?v=|shorts/|live/)|https?://youtu\\.be/)([A-Za-z0-9_-]{0,64})(?:[?&#/].*)?");
    private static final Pattern CHANNEL = Pattern.compile(HOST + "channel/([A-Za-z0-9_-]{1,64})(?:[?#/].*)?");
    private static final String PRODUCT = "YouTube";
    private static final String ADVERTISER = "Google";

    /** Whether it is of YouTube, YouTube Music or a related product; one without any product is assumed to be. */
    boolean isOfYouTube() {
        return products.isEmpty() || products.stream().anyMatch(product -> product.startsWith(PRODUCT));
    }

    /** Whether it was an advertisement: its note names Google in every language. */
    boolean isAdvertisement() {
        return details.stream().anyMatch(detail -> detail.contains(ADVERTISER));
    }

    /** Whether it links to a video, also to one without an id, as some removed videos do. */
    boolean linksVideo() {
        return VIDEO.matcher(link).matches();
    }

    /** The id of the video; empty where there is none. */
    String video() {
        Matcher video = VIDEO.matcher(link);
        return video.matches() ? video.group(1) : "";
    }

    /** The id of the channel; empty where there is none. */
    String channel() {
        return subtitleLinks.stream()
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> channel.group(1))
                .findFirst()
                .orElse("");
    }

    /** The text around the video's name; empty unless the link replaces the name. */
    Optional<ViewingVerb> verbAroundLink() {
        int at = link.isEmpty() ? -1 : title.indexOf(link);
        return at < 0
                ? Optional.empty()
                : Optional.of(new ViewingVerb(title.substring(0, at), title.substring(at + link.length())));
    }
}
