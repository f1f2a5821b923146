import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { type Notice, useApp } from "../app/store.ts";

const COLORS: Readonly<Record<Notice["tone"], string>> = { good: "teal", bad: "red", plain: "indigo" };

/** Shows the app's notices, each once. */
export function useNotices(): void {
  const notice = useApp((state) => state.notice);
  useEffect(() => {
    if (!notice) return;
    notifications.show({
      title: notice.title,
      message: notice.text,
      color: COLORS[notice.tone],
      autoClose: notice.tone === "bad" ? 10_000 : 4000,
      closeButtonProps: { "aria-label": "Close" },
    });
    useApp.setState({ notice: undefined });
  }, [notice]);
}
