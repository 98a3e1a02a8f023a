const TABLE =
  'smile 😄 grinning 😀 smiley 😃 grin 😁 joy 😂 blush 😊 wink 😉 slightly_smiling_face 🙂 upside_down_face 🙃 neutral_face 😐 ' +
  'thinking_face 🤔 worried 😟 disappointed 😞 cry 😢 sob 😭 angry 😠 sunglasses 😎 partying_face 🥳 sleeping 😴 zzz 💤 ' +
  '+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 clap 👏 wave 👋 pray 🙏 raised_hands 🙌 muscle 💪 handshake 🤝 ok_hand 👌 ' +
  'point_right 👉 point_left 👈 point_up ☝️ point_down 👇 eyes 👀 heart ❤️ broken_heart 💔 sparkles ✨ star ⭐ star2 🌟 ' +
  'dizzy 💫 fire 🔥 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 birthday 🎂 cake 🍰 trophy 🏆 medal 🏅 rocket 🚀 ' +
  'bulb 💡 bell 🔔 no_bell 🔕 loudspeaker 📢 mega 📣 warning ⚠️ rotating_light 🚨 no_entry ⛔ no_entry_sign 🚫 x ❌ ' +
  'heavy_check_mark ✔️ white_check_mark ✅ ballot_box_with_check ☑️ question ❓ exclamation ❗ grey_question ❔ ' +
  'information_source ℹ️ heavy_plus_sign ➕ heavy_minus_sign ➖ recycle ♻️ repeat 🔁 arrows_counterclockwise 🔄 ' +
  'arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️ arrow_lower_right ↘️ ' +
  'leftwards_arrow_with_hook ↩️ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 ' +
  'large_blue_circle 🔵 large_purple_circle 🟣 white_circle ⚪ black_circle ⚫ large_green_square 🟩 large_yellow_square 🟨 ' +
  'large_orange_square 🟧 large_red_square 🟥 white_large_square ⬜ black_large_square ⬛ small_orange_diamond 🔸 ' +
  'small_blue_diamond 🔹 calendar 📆 date 📅 spiral_calendar_pad 🗓️ clock1 🕐 clock9 🕘 alarm_clock ⏰ hourglass ⌛ ' +
  'hourglass_flowing_sand ⏳ stopwatch ⏱️ watch ⌚ phone ☎️ telephone_receiver 📞 iphone 📱 email 📧 envelope ✉️ ' +
  'incoming_envelope 📨 inbox_tray 📥 outbox_tray 📤 package 📦 memo 📝 pencil 📝 pencil2 ✏️ clipboard 📋 page_facing_up 📄 ' +
  'page_with_curl 📃 bookmark_tabs 📑 bookmark 🔖 label 🏷️ pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 scissors ✂️ ' +
  'file_folder 📁 open_file_folder 📂 card_index 📇 card_index_dividers 🗂️ card_file_box 🗃️ file_cabinet 🗄️ wastebasket 🗑️ ' +
  'bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 moneybag 💰 dollar 💵 yen 💴 euro 💶 credit_card 💳 ' +
  'receipt 🧾 handbag 👜 shopping_trolley 🛒 key 🔑 lock 🔒 unlock 🔓 closed_lock_with_key 🔐 shield 🛡️ mag 🔍 mag_right 🔎 ' +
  'gear ⚙️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ toolbox 🧰 electric_plug 🔌 zap ⚡ robot_face 🤖 computer 💻 ' +
  'speech_balloon 💬 thought_balloon 💭 left_speech_bubble 🗨️ bust_in_silhouette 👤 busts_in_silhouette 👥 man_office_worker 👨‍💼 ' +
  'woman_office_worker 👩‍💼 office 🏢 department_store 🏬 factory 🏭 hospital 🏥 bank 🏦 school 🏫 house 🏠 ' +
  'house_with_garden 🏡 airplane ✈️ car 🚗 truck 🚚 ship 🚢 world_map 🗺️ earth_asia 🌏 earth_americas 🌎 globe_with_meridians 🌐 ' +
  'sunny ☀️ sunrise 🌅 partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ umbrella ☂️ snowflake ❄️ thermometer 🌡️ seedling 🌱 herb 🌿 ' +
  'four_leaf_clover 🍀 coffee ☕ tea 🍵 beers 🍻 dart 🎯 game_die 🎲 jigsaw 🧩 compass 🧭 flag-cn 🇨🇳 flag-us 🇺🇸 flag-gb 🇬🇧 ' +
  'checkered_flag 🏁 triangular_flag_on_post 🚩 crossed_flags 🎌 white_flag 🏳️ construction 🚧 ladder 🪜 new 🆕 ' +
  'one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ 100 💯 copyright ©️ tm ™️ skull 💀 ghost 👻 see_no_evil 🙈 point_up_2 👆 ' +
  'crystal_ball 🔮 microscope 🔬 books 📚 book 📖 blue_book 📘 green_book 📗 orange_book 📙 closed_book 📕 newspaper 📰 ' +
  'ticket 🎫 scales ⚖️ ring 💍 crown 👑 gem 💎 broom 🧹 ice_cube 🧊 lotion_bottle 🧴 hourglass_done ⌛ eyeglasses 👓';

const GLYPHS = new Map(TABLE.split(' ').flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1] ?? '']] : [])));

/** The character for a shortcode, or the shortcode as written where the table has none. */
export function glyphFor(name: string): string {
  return GLYPHS.get(name) ?? `:${name}:`;
}
