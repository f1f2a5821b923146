import {
  Button,
  CloseButton,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  Portal,
  Tooltip,
} from "@mantine/core";

/** The one accent, around #2f5bea. */
const indigo: MantineColorsTuple = [
  "#eff3ff",
  "#dce5ff",
  "#b9cafd",
  "#94aefb",
  "#7293f7",
  "#4c74f1",
  "#2f5bea",
  "#2549c9",
  "#1d3a9f",
  "#172e7c",
];

/** Greys of the dark scheme, from text to ground, with the same touch of blue as the canvas. */
const dark: MantineColorsTuple = [
  "#eceff4",
  "#c9d1dc",
  "#a9b3c2",
  "#77859a",
  "#333d4a",
  "#27303c",
  "#1f2630",
  "#161b22",
  "#10141a",
  "#0b0e13",
];

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** How Mantine's components look here: one accent, small radii, system fonts, an 8-pixel rhythm. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 6, dark: 6 },
  colors: { indigo, dark },
  fontFamily: FONT,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  headings: { fontFamily: FONT, fontWeight: "600" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  defaultRadius: 6,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      // Two pixels more than Mantine's smallest: whatever can be clicked is 24 pixels high at least.
      vars: (_theme, { size }) => ({ root: size === "compact-xs" ? { "--button-height": "24px" } : {} }),
    }),
    CloseButton: CloseButton.extend({
      vars: (_theme, { size }) => ({ root: size === "sm" ? { "--cb-size": "24px" } : {} }),
    }),
    // A menu holds nothing but its items, and the first of them has the focus, as menus have it everywhere.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // A landmark of the page, as everything on it is in one.
    Portal: Portal.extend({ defaultProps: { target: "#over" } }),
    Modal: Modal.extend({
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { "aria-label": "Close" },
        // The page has one banner already.
        attributes: { header: { role: "presentation" } },
      },
    }),
    // Mantine’s own is too pale to read.
    Notification: Notification.extend({ styles: { description: { color: "var(--tl-muted)" } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, fz: 12 } }),
  },
});
